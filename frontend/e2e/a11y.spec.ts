import type { Page } from '@playwright/test'
import { expectAccessible } from './page'
import { agencyOf, call, type DailyEntry, demo, enter, expect, type Person, test } from './world'

// Every main page with real rows in it, both themes, phone and desk. The page
// fails the test on any violation of the content security policy.

/** Goes on inside the app: a page that is opened anew would renew its session each time. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({ ...history.state, position: Number(history.state?.position ?? 0) + 1 }, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }))
  }, path)
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.locator('.loading, [aria-busy=true]')).toHaveCount(0)
}

async function walk(page: Page, who: Person, home: string, paths: string[]): Promise<void> {
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', (e) =>
      console.error(`Content Security Policy: ${e.violatedDirective} ${e.blockedURI}`),
    ),
  )
  await enter(page, who, home)
  for (const path of ['', ...paths]) {
    await test.step(path || 'home', async () => {
      if (path) await go(page, home + path)
      await settled(page)
      await expectAccessible(page)
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over, 'no sideways scrolling').toBeLessThanOrEqual(0)
    })
  }
}

async function enterpriseOf(who: Person): Promise<string> {
  const me = await call<{ memberships: { side: string; id: string }[] }>(who.token, 'GET', '/me')
  return me.memberships.find((m) => m.side === 'enterprise')?.id ?? ''
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test("the enterprise's pages are accessible", async ({ page }) => {
      test.setTimeout(120_000)
      const who = await demo('zongjian')
      const id = await enterpriseOf(who)
      const { items: records } = await call<{ items: DailyEntry[] }>(
        who.token,
        'GET',
        `/enterprises/${id}/records/daily`,
      )
      const { items: hazards } = await call<{ items: { id: string }[] }>(
        who.token,
        'GET',
        `/enterprises/${id}/hazards`,
      )
      await walk(page, who, `/e/${id}`, [
        '/hazards',
        `/hazards/${hazards[0]?.id}`,
        '/records',
        `/records/${records[0]?.id}`,
        '/unit',
        '/list',
        '/people',
        '/suspensions',
        '/pattern',
        '/archive',
        '/evidence',
        '/looks',
        '/me',
      ])
    })

    test("the authority's pages are accessible", async ({ page }) => {
      test.setTimeout(120_000)
      const who = await demo('quju')
      const { id } = await agencyOf(who)
      const { items } = await call<{ items: { id: string }[] }>(
        who.token,
        'GET',
        `/agencies/${id}/enterprises`,
      )
      await walk(page, who, `/a/${id}`, [
        '/enterprises',
        `/enterprises/${items[0]?.id}`,
        '/enterprises/new',
        '/members',
        '/audit',
      ])
    })

    test('the pages before signing in are accessible', async ({ page }) => {
      for (const path of ['/login', '/register', '/v/nothing', '/nowhere']) {
        await test.step(path, async () => {
          await page.goto(path)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await expectAccessible(page)
        })
      }
    })
  })
}

// The pages of the duties beyond the day: each kind of screen in one theme.
for (const [colorScheme, tag] of [
  ['light', '@phone'],
  ['dark', '@desk'],
] as const) {
  test.describe(`the duties in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test(`every page is accessible ${tag}`, async ({ page }) => {
      test.setTimeout(240_000)
      const who = await demo('zongjian')
      const id = await enterpriseOf(who)
      const first = async (of: string) => {
        const { items } = await call<{ items: { id: string }[] }>(
          who.token,
          'GET',
          `/enterprises/${id}/${of}`,
        )
        return `/${of}/${items[0]?.id}`
      }
      const month = new Date().toISOString().slice(0, 7)
      await walk(page, who, `/e/${id}`, [
        '/home',
        '/dossier',
        '/records/weekly',
        '/monthly',
        `/monthly/${month}`,
        '/bylaws',
        '/bylaws/management',
        '/training',
        '/licences',
        await first('licences'),
        '/licences/new',
        '/goods/purchase',
        '/suspicions',
        '/commissions',
        await first('commissions'),
        '/advices',
        '/advices/new',
        '/hazards/report',
        '/duty-matrix',
        '/staffing',
        '/letters',
        '/tables',
        '/errands',
        '/pack',
        '/channels',
        '/deliveries',
        '/ladder',
        '/me/notices',
        '/me/reminders',
      ])
    })
  })
}

test.describe('in English', () => {
  test.use({ locale: 'en-US' })
  test('the app speaks English from the sign-in page to the check @phone', async ({ page }) => {
    await page.goto('/login')
    const english = page.getByRole('button', { name: 'English' })
    if (await english.isVisible()) await english.click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    const who = await demo('dianzhu')
    await enter(page, who, `/e/${await enterpriseOf(who)}`)
    await expect(page.locator('html')).toHaveAttribute('lang', /en/)
    await expect(page.getByRole('link', { name: 'Today', exact: true })).toBeVisible()
    await expectAccessible(page)
    // The names of people and places stay Chinese; the app's own words do not.
    for (const word of ['今日', '检查', '待我处理'])
      await expect(page.getByRole('navigation').getByText(word)).toHaveCount(0)
  })
})
