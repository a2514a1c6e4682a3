import {
  appoint,
  demo,
  enter,
  expect,
  password,
  registerShop,
  sheet,
  signByHand,
  signIn,
  sync,
  test,
  unique,
} from './world'

test('a new officer chooses his own password before anything else @phone', async ({ page, browser }) => {
  const shop = await registerShop({ posts: ['principal'] })
  const login = `n${unique()}`
  await enter(page, shop.principal, `${shop.at}/people`)
  await expect(page.getByText('缺口：至少有一名在任的质量安全员')).toBeVisible()
  await page.getByRole('button', { name: '任命', exact: true }).click()
  await sheet(page).getByLabel('人员').selectOption('new')
  await sheet(page).getByLabel('姓名').fill('新来的')
  await sheet(page).getByLabel('账号').fill(login)
  await sheet(page).getByRole('button', { name: '下一步' }).click()
  await sheet(page).getByRole('button', { name: '下一步' }).click()
  await sheet(page).getByRole('button', { name: '手写签名' }).click()
  await signByHand(page)
  await sheet(page).getByRole('button', { name: '任命', exact: true }).click()
  await expect(sheet(page).getByText('初始密码只显示这一次')).toBeVisible()
  const initial = await sheet(page).locator('.once-secret').innerText()
  await sheet(page).getByRole('button', { name: '已记下' }).click()
  await expect(page.getByText('新来的 · 质量安全员')).toBeVisible()
  await expect(page.getByText('待接受', { exact: true })).toBeVisible()

  const his = await (await browser.newContext()).newPage()
  await signIn(his, { login, password: initial })
  await expect(his.getByText('您使用的是初始密码')).toBeVisible()
  await his.goto(shop.at)
  await expect(his.getByText('您使用的是初始密码')).toBeVisible()
  await his.getByLabel('当前密码').fill(initial)
  await his.getByLabel('修改密码', { exact: true }).fill(password)
  await his.getByLabel('再次输入新密码').fill(password)
  await his.getByRole('button', { name: '保存新密码' }).click()
  await expect(his.getByText('您使用的是初始密码')).toBeHidden()
  // He answers before he may do anything else.
  await his.goto(shop.at)
  await his.getByRole('button', { name: '接受任命' }).click()
  await sheet(his).getByRole('button', { name: '接受任命' }).click()
  await expect(his.getByRole('link', { name: '开始检查' })).toBeVisible()
  await his.context().close()
})

test('an officer on leave asks his deputy in two taps, who accepts and acts @phone', async ({
  page,
  visit,
}) => {
  const shop = await registerShop({ posts: ['principal'] })
  const officer = await appoint(shop, '老安全员', 'officer')
  const director = await appoint(shop, '代班的', 'director')
  await enter(page, officer, `${shop.at}/people`)
  await page.getByRole('button', { name: '请假代理' }).click()
  await sheet(page).getByRole('button', { name: '代班的' }).click()
  await expect(page.getByText('已发给代班的，本人接受后开始代理')).toBeVisible()
  await expect(page.getByText('代班的 · 质量安全员')).toBeVisible()
  await expect(page.locator('.holder').filter({ hasText: '代理老安全员' })).toHaveCount(0)

  const deputy = await visit(director, shop.at)
  await expect(deputy.getByText('代理老安全员的质量安全员')).toBeVisible()
  await deputy.getByRole('link', { name: /代理老安全员的质量安全员/ }).click()
  await expect(deputy.getByText('老安全员请假期间，请您代理')).toBeVisible()
  await deputy.getByRole('button', { name: '接受任命' }).click()
  await sheet(deputy).getByRole('button', { name: '手写签名' }).click()
  await signByHand(deputy)
  await sheet(deputy).getByRole('button', { name: '接受任命' }).click()
  await deputy.getByRole('link', { name: '开始检查' }).click()
  await deputy.getByRole('button', { name: '其余均符合' }).click()
  await deputy.getByRole('button', { name: '签名并提交' }).click()
  await signByHand(deputy) // the phone remembers how he signs
  await sheet(deputy).getByRole('button', { name: '签名并提交' }).click()
  await expect(deputy.getByText('今日已检查 · 零风险')).toBeVisible()

  await page.reload()
  await expect(page.locator('.holder').filter({ hasText: '代理老安全员' })).toContainText('代班的')
})

test('a holder takes back whom he asked to act, and who is asked may decline @phone', async ({
  page,
  visit,
}) => {
  const shop = await registerShop({ posts: ['principal'] })
  const officer = await appoint(shop, '老安全员', 'officer')
  const director = await appoint(shop, '不便的', 'director')
  await enter(page, officer, `${shop.at}/people`)
  const ask = async () => {
    await page.getByRole('button', { name: '请假代理' }).click()
    await sheet(page).getByRole('button', { name: '不便的' }).click()
    await expect(asks).toBeVisible()
  }
  const asks = page.getByRole('button', { name: /不便的 · 质量安全员/ })
  await ask()
  await asks.click()
  await sheet(page).getByRole('button', { name: '撤回', exact: true }).click()
  await expect(sheet(page).getByText('请写明原因')).toBeVisible()
  await sheet(page).getByLabel('原因').fill('假期取消')
  await sheet(page).getByRole('button', { name: '撤回', exact: true }).click()
  await expect(page.getByText('已撤回 · 假期取消')).toBeVisible()

  await ask()
  const asked = await visit(director, `${shop.at}/letters`)
  await asked.getByRole('button', { name: '不接受' }).click()
  await sheet(asked).getByLabel('原因').fill('同一周出差')
  await sheet(asked).getByRole('button', { name: '不接受' }).click()
  await expect(asked.getByText('已答复')).toBeVisible()
  await page.reload()
  await expect(page.getByText('未接受 · 同一周出差')).toBeVisible()
  await expect(page.getByText('待本人接受')).toBeHidden()
})

test('who is dismissed cannot submit from that moment, and nothing he wrote is lost @phone', async ({
  page,
  visit,
}) => {
  const shop = await registerShop()
  const officer = await appoint(shop, '离任的', 'officer')
  await enter(page, officer, shop.at)
  await page.getByRole('link', { name: '开始检查' }).click()
  await page.getByRole('button', { name: '其余均符合' }).click()

  const owner = await visit(shop.principal, `${shop.at}/people`)
  const holder = owner.locator('.holder').filter({ hasText: '离任的' })
  await holder.getByRole('link', { name: '免去' }).click()
  await owner.getByRole('button', { name: '确认免去' }).click()
  await expect(owner.getByText('请写明原因')).toBeVisible()
  await owner.getByLabel('原因').fill('离职')
  await owner.getByRole('button', { name: '确认免去' }).click()
  await sheet(owner).getByRole('button', { name: '确认免去' }).click()
  await expect(owner.getByText('历任')).toBeVisible()

  await page.getByRole('button', { name: '签名并提交' }).click()
  await expect(
    page
      .getByRole('alert')
      .or(sync(page).filter({ hasText: '需处理' }))
      .first(),
  ).toBeVisible()
  await expect(page.getByText('今日已检查')).toHaveCount(0)
})

test('who resigns with notice works on until his last day @phone', async ({ page }) => {
  const shop = await registerShop({ posts: ['principal'] })
  const officer = await appoint(shop, '将离任的', 'officer')
  await enter(page, officer, `${shop.at}/people`)
  await page.getByRole('link', { name: '辞任' }).click()
  await page.getByLabel('原因').fill('回老家')
  await page.getByRole('button', { name: '确认辞任' }).click()
  await expect(page.getByText('请选择什么时候离任。')).toBeVisible()
  await page.getByRole('radio', { name: '提前告知' }).check()
  await page.getByLabel('最后任职日').fill(new Date(Date.now() + 864e6).toISOString().slice(0, 10))
  await page.getByRole('button', { name: '确认辞任' }).click()
  await sheet(page).getByRole('button', { name: '确认辞任' }).click()
  await expect(page.getByText('将离任', { exact: true })).toBeVisible()
  await page.goto(shop.at)
  await expect(page.getByRole('link', { name: '开始检查' })).toBeVisible()
})

test('a long duty file is read page by page, and one kind alone @phone', async ({ page }) => {
  await enter(page, await demo('dianzhu'), '/files')
  await expect(page).toHaveTitle('我的履职档案 · 质责')
  await page.getByRole('link', { name: /示例五金店（演示）/ }).click()
  await expect(page).toHaveTitle('我的履职档案 · 质责')
  const rows = page.locator('.file .cell')
  await expect(rows).toHaveCount(50)
  await page.getByRole('button', { name: '加载更多' }).click()
  await expect.poll(() => rows.count()).toBeGreaterThan(50)
  const kind = page.getByRole('button', { name: /^隐患处置/ })
  const handled = Number((await kind.innerText()).replace(/\D/g, ''))
  await kind.click()
  await expect(rows).toHaveCount(Math.min(handled, 50))
  for (const tag of await rows.allInnerTexts()) expect(tag).toContain('隐患处置')
})
