import { enterprise, expect, expectAccessible, problem, session, test } from './page'

test.beforeEach(async ({ page }) => {
  await page.route('**/api/v1/**', (r) => r.fulfill(problem(404, 'request.not_found', '没有')))
  await page.route('**/api/v1/session/refresh', (r) =>
    r.fulfill(problem(401, 'identity.session.expired', '登录已失效')),
  )
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the login page is accessible in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/login')
    await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await page.getByRole('button', { name: 'Large text' }).click()
    await expectAccessible(page)
  })
}

test('a wrong password is said in words and keeps what was typed', async ({ page }) => {
  await page.route('**/api/v1/login', (r) =>
    r.fulfill(problem(401, 'identity.login.wrong', '登录名或密码不正确')),
  )
  await page.goto('/')
  await expect(page).toHaveURL('/login')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByText('请填写账号')).toBeVisible()
  await page.getByLabel('账号').fill('wang')
  await page.getByLabel('密码').fill('nothing')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert')).toHaveText('登录名或密码不正确')
  await expect(page.getByLabel('账号')).toHaveValue('wang')
})

test('a first password must be replaced before anything else', async ({ page }) => {
  await page.route('**/api/v1/login', (r) => r.fulfill({ json: session(true) }))
  let changed: unknown
  await page.route('**/api/v1/me/password', async (r) => {
    changed = r.request().postDataJSON()
    await page.route('**/api/v1/session/refresh', (x) => x.fulfill({ json: session() }))
    await r.fulfill({ status: 204 })
  })
  await page.goto(`/login?next=/e/${enterprise}/me`)
  await page.getByLabel('账号').fill('wang')
  await page.getByLabel('密码').fill('first-1')
  await page.getByRole('button', { name: '登录' }).click()

  await expect(page.getByRole('heading', { name: '修改密码' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('当前密码').fill('first-1')
  await page.getByLabel('修改密码', { exact: true }).fill('Luodian-2026')
  await page.getByLabel('再次输入新密码').fill('Luodian-2026')
  await page.getByRole('button', { name: '保存新密码' }).click()

  await expect(page).toHaveURL(`/e/${enterprise}/me`)
  expect(changed).toEqual({ current: 'first-1', new: 'Luodian-2026' })
  await expect(page.getByText('质量安全员').first()).toBeVisible()
  await expectAccessible(page)
})

test("somebody else's enterprise is not found", async ({ page }) => {
  await page.route('**/api/v1/session/refresh', (r) => r.fulfill({ json: session() }))
  await page.goto('/e/01930000-0000-7000-8000-0000000000ff/me')
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible()
})

test.describe('with the pages kept by the browser', () => {
  test.use({ serviceWorkers: 'allow' })

  test('the shell opens again without a network, for the person who was there', async ({ page, context }) => {
    await page.route('**/api/v1/session/refresh', (r) => r.fulfill({ json: session() }))
    await page.goto(`/e/${enterprise}/me`)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.unroute('**/api/v1/session/refresh')
    await page.unroute('**/api/v1/**')
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByText('王晓明').first()).toBeVisible()
    await context.setOffline(false)
  })
})
