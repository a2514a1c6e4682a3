import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { guard } from './page'
import {
  call,
  enter,
  expect,
  item,
  photograph,
  readDaily,
  records,
  registerShop,
  server,
  sheet,
  sync,
  test,
} from './world'

test.use({ serviceWorkers: 'allow' })

/** Until the pages open without a network. */
const installed = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true))

test('a check made in the cellar arrives exactly once @phone', async ({ page, context }) => {
  const shop = await registerShop()
  const [first, second] = shop.items
  await enter(page, shop.principal, shop.at)
  await expect(page.getByText('今日未提交')).toBeVisible()
  await installed(page)

  await test.step('without a network the app opens and the check can be made', async () => {
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByText('没有网络，显示的是上次的内容')).toBeVisible()
    await page.getByRole('link', { name: '开始检查' }).click()
    await item(page, first!).getByRole('radio', { name: '不符合', exact: true }).check()
    await item(page, first!).getByLabel('发现了什么').fill('包装破损')
    await item(page, first!)
      .locator('input[type=file]')
      .setInputFiles(await photograph(page, '破损'))
    await expect(item(page, first!).getByRole('button', { name: '查看第 1 张照片' })).toBeVisible()
  })

  await test.step('draft and photo outlive a reload', async () => {
    await expect
      .poll(() => kept(page, 'drafts'))
      .toMatchObject([{ answers: { [first!.id]: { note: '包装破损', photos: [expect.any(String)] } } }])
    await page.reload()
    await expect(item(page, first!).getByLabel('发现了什么')).toHaveValue('包装破损')
    await expect(
      item(page, first!).getByRole('button', { name: '查看第 1 张照片' }).locator('img'),
    ).toBeVisible()
    await expect(item(page, second!).getByRole('radio', { checked: true })).toHaveCount(0)
  })

  await test.step('signed, it is kept on the phone and counted', async () => {
    await page.getByRole('button', { name: '其余均符合' }).click()
    await page.getByRole('button', { name: '签名并提交' }).click()
    await sheet(page).getByRole('button', { name: '签名并提交' }).click()
    await expect(page.getByText('已存入本机，联网后自动送达')).toBeVisible()
    await expect(sync(page)).toContainText('1 条待上传')
    await page.reload()
    await expect(page.getByText('待送达', { exact: true })).toBeVisible()
    await expect(sync(page)).toContainText('1 条待上传')
  })

  const otherTab = await context.newPage()
  const faults = guard(otherTab)
  await test.step('a second tab knows of it too', async () => {
    await otherTab.goto(shop.at)
    await expect(sync(otherTab)).toContainText('1 条待上传')
    expect(await records(shop)).toHaveLength(0)
  })

  await test.step('the server stores it, its answer is lost, the phone repeats', async () => {
    let sent = 0
    await context.route('**/records/daily/*', async (route) => {
      if (route.request().method() !== 'PUT') return route.fallback()
      if (++sent > 1) return route.fallback()
      await route.fetch()
      await route.abort()
    })
    await context.setOffline(false)
    await expect(sync(page)).toHaveText('已同步', { timeout: 20_000 })
    await expect(sync(otherTab)).toHaveText('已同步')
    expect(sent).toBeGreaterThan(1)
    const all = await records(shop)
    expect(all).toHaveLength(1)
    const daily = await readDaily(shop, all[0]?.id ?? '')
    expect(daily).toMatchObject({ outcome: 'hazards', lateness: 'on_time' })
    expect(daily.hazards).toHaveLength(1)
    await expect(page.getByText('今日已检查 · 有隐患')).toBeVisible()
    await expect(otherTab.getByText('今日已检查 · 有隐患')).toBeVisible()
  })
  expect(faults).toEqual([])
})

test('two tabs never write the same draft @phone', async ({ page, context }) => {
  const shop = await registerShop()
  await enter(page, shop.principal, shop.at)
  await page.getByRole('link', { name: '开始检查' }).click()
  await item(page, shop.items[0]!).getByRole('radio', { name: '符合', exact: true }).check()
  await expect.poll(() => kept(page, 'drafts')).toHaveLength(1)
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByText('正在另一个页面填写')).toBeVisible()
  await other.getByRole('button', { name: '在这里继续' }).click()
  await expect(item(other, shop.items[0]!).getByRole('radio', { name: '符合', exact: true })).toBeChecked()
  await expect(page.getByText('正在另一个页面填写')).toBeVisible()
  expect(await kept(page, 'drafts')).toHaveLength(1)
})

test('what was answered outlives a crash of the browser @phone', async ({ playwright }, info) => {
  const shop = await registerShop()
  const folder = await mkdtemp(join(tmpdir(), 'zhize-phone-'))
  const { use } = info.project
  const open = () =>
    playwright.chromium.launchPersistentContext(folder, {
      ...use.launchOptions,
      baseURL: server,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: use.viewport ?? null,
    })
  try {
    let phone = await open()
    let page = phone.pages()[0] ?? (await phone.newPage())
    await enter(page, shop.principal, shop.at)
    await page.getByRole('link', { name: '开始检查' }).click()
    await item(page, shop.items[0]!).getByRole('radio', { name: '符合', exact: true }).check()
    await item(page, shop.items[1]!).getByRole('radio', { name: '不符合', exact: true }).check()
    await item(page, shop.items[1]!).getByLabel('发现了什么').fill('台账缺一页')
    await expect
      .poll(() => kept(page, 'drafts'))
      .toMatchObject([{ answers: { [shop.items[1]!.id]: { note: '台账缺一页' } } }])
    const crashed = page.waitForEvent('crash')
    const wire = await phone.newCDPSession(page)
    void wire.send('Page.crash').catch(() => {})
    await crashed
    await phone.close()

    phone = await open()
    page = phone.pages()[0] ?? (await phone.newPage())
    await page.goto(shop.at)
    await expect(page.getByText(`已填 2/${shop.items.length}，存于本机`)).toBeVisible()
    await page.getByRole('link', { name: '继续检查' }).click()
    await expect(item(page, shop.items[0]!).getByRole('radio', { name: '符合', exact: true })).toBeChecked()
    await expect(item(page, shop.items[1]!).getByLabel('发现了什么')).toHaveValue('台账缺一页')
    await phone.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test.describe('on a phone in another time zone whose clock is a year wrong', () => {
  test.use({ timezoneId: 'America/Los_Angeles' })
  test("the server's day and hour count @phone", async ({ page }) => {
    const shop = await registerShop()
    const { day } = await call<{ day: string }>(shop.principal.token, 'GET', `${shop.api}/today`)
    await page.clock.install({ time: Date.now() - 365 * 86_400_000 })
    await enter(page, shop.principal, shop.at)
    const [, month, date] = day.split('-').map(Number)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`${month}月${date}日`)
    await page.getByRole('link', { name: '开始检查' }).click()
    await page.getByRole('button', { name: '其余均符合' }).click()
    await page.getByRole('button', { name: '签名并提交' }).click()
    await expect(page.getByText('今日已检查 · 零风险')).toBeVisible()
    const [entry] = await records(shop)
    expect(entry).toMatchObject({ day, lateness: 'on_time' })
    const body = (await readDaily(shop, entry?.id ?? '')).versions[0]?.body
    // The wrong clock stays on record beside the skew that was known.
    expect(new Date(body?.submittedAt ?? 0).getFullYear()).toBeLessThan(Number(day.slice(0, 4)))
    expect(Math.round((body?.deviceSkewMs ?? 0) / 86_400_000)).toBe(365)
  })
})

/** What lies in the phone's own store. */
function kept(page: Page, store: string): Promise<unknown[]> {
  return page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const open = indexedDB.open('zhize')
        open.addEventListener('error', () => reject(open.error))
        open.addEventListener('success', () => {
          const all = open.result.transaction(name).objectStore(name).getAll()
          all.addEventListener('error', () => reject(all.error))
          all.addEventListener('success', () => {
            open.result.close()
            resolve(all.result)
          })
        })
      }),
    store,
  )
}
