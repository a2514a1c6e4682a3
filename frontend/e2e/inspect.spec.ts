import {
  agencyOf,
  appoint,
  call,
  demo,
  enter,
  expect,
  type Person,
  registerShop,
  sheet,
  signIn,
  submitCheck,
  test,
  unique,
} from './world'

// The authority at its desk: who needs me, one enterprise, its paper beside it.
test.describe('the authority', () => {
  let officer: Person
  let area: string
  test.beforeAll(async () => {
    if (!process.env['ZHIZE_URL']) return
    officer = await demo('suoyuan')
    area = `/a/${(await agencyOf(officer)).id}`
  })

  test('the overview says who needs me and never judges a day that is not over @desk', async ({ page }) => {
    await signIn(page, officer)
    await expect(page.getByRole('heading', { name: '辖区总览' })).toBeVisible()
    const needs = page.locator('.overview-needs')
    await expect(needs.getByRole('link').first()).toBeVisible()
    await test.step('today is filling, not red', async () => {
      const today = page.getByRole('button', { name: /目前已检/ })
      await expect(today.first()).toBeVisible()
      for (const cell of await today.all())
        await expect(cell).not.toHaveClass(/heat-[1-5]|level-[1-5]|missed/)
    })
    await test.step('who needs me opens the enterprise with the reason', async () => {
      const first = needs.getByRole('link').first()
      const name = await first.locator('.need-name').innerText()
      await first.click()
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    })
  })

  test('an enterprise is found by name and by what it needs @desk', async ({ page }) => {
    const shop = await registerShop({ list: false })
    await enter(page, officer, `${area}/enterprises`)
    const names = page.getByRole('table').getByRole('link')
    await expect(names.first()).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type(shop.name.slice(0, 12))
    await page.keyboard.press('Enter')
    await expect(names).toHaveText([shop.name])
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.getByLabel('主体分级').selectOption('D')
    await expect(page).toHaveURL(/sizeGrade=D/)
    await expect(names.first()).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('主体分级')).toHaveValue('D')
  })

  test('2.1 of an enterprise, its paper beside it, and the look the enterprise sees @desk', async ({
    page,
    visit,
  }) => {
    const shop = await registerShop({ posts: ['principal', 'officer'] })
    const keeper = await appoint(shop, '质量员', 'officer')
    const record = await submitCheck(shop, keeper)
    await enter(page, officer, `${area}/enterprises/${shop.id}?item=2.1`)
    await expect(page.getByRole('heading', { level: 1, name: shop.name })).toBeVisible()
    await expect(page.getByText('本次查阅已记录，并向该单位公开')).toBeVisible()
    await expect(page.locator('.inspect-facts')).toContainText('零风险')

    await test.step('the paper stands beside the calendar', async () => {
      const pane = page.locator('.inspect-cols')
      await expect(
        pane.getByRole('heading', { name: '每日工业产品质量安全检查记录', exact: true }),
      ).toBeVisible()
      await expect(pane.getByText('未发现质量安全风险隐患，零风险报告。')).toBeVisible()
      await expect(pane.getByText('质量安全员：质量员')).toBeVisible()
      const paper = page.waitForResponse((r) => r.url().endsWith(`/daily/${record.id}/paper`))
      await page.getByRole('button', { name: /PDF/ }).click()
      expect((await paper).headers()['content-type']).toContain('application/pdf')
    })
    await test.step('the enterprise sees who looked at what', async () => {
      const owner = await visit(shop.principal, `${shop.at}/looks`)
      for (const what of ['单位页面', '检查记录列表', '一份检查记录', '打印件'])
        await expect(owner.getByText(new RegExp(`^${what}.*演示监管`)).first()).toBeVisible()
    })
  })

  test('a shop found on the round is entered, and its account opened @desk', async ({ page, browser }) => {
    const mark = unique()
    const name = `排摸小店${mark}（虚构）`
    await enter(page, officer, `${area}/enterprises/new`)
    await page.getByLabel('录入原因').selectOption({ index: 1 })
    await page.getByLabel('排摸结果').fill('现场核实，正常经营')
    await page.getByRole('radio', { name: '适用', exact: true }).check()
    await page.getByLabel('单位名称').fill(name)
    await page.getByRole('radio', { name: '无证照号码' }).check()
    await page.getByLabel('没有的原因').fill('正在办理')
    await page.getByLabel('所在市场或路段').fill('示例市场')
    await page.getByLabel('摊位号').fill(mark)
    await page.getByLabel('地址', { exact: true }).fill('示例路2号')
    await page.getByLabel('业务', { exact: true }).selectOption({ label: '零售' })
    await page.getByLabel('从业人员（人）').fill('2')
    await page.getByLabel('营业收入（万元）').fill('20')
    await page.getByLabel('场所名称').fill('门店')
    await page.getByRole('button', { name: '保存档案' }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByText('未开通账号').first()).toBeVisible()

    await page.getByRole('button', { name: '开通账号' }).click()
    await sheet(page).getByLabel('主要负责人姓名').fill('小店店主')
    await sheet(page).getByLabel('账号').fill(`f${mark}`)
    await sheet(page).getByRole('button', { name: '开通账号' }).click()
    await expect(sheet(page).getByText('初始密码只显示这一次')).toBeVisible()
    const initial = await sheet(page).locator('.initial-code').nth(1).innerText()
    const his = await (await browser.newContext()).newPage()
    await signIn(his, { login: `f${mark}`, password: initial })
    await expect(his.getByText('您使用的是初始密码')).toBeVisible()
    await his.context().close()
  })

  test('another office’s enterprise does not exist @desk', async ({ page }) => {
    const chief = await demo('quju')
    const { items } = await call<{ items: { id: string; officeName: string }[] }>(
      chief.token,
      'GET',
      `/agencies/${(await agencyOf(chief)).id}/enterprises`,
    )
    const own = (await agencyOf(officer)).name
    const foreign = items.find((i) => i.officeName && i.officeName !== own)
    expect(foreign, 'the demo has other offices').toBeDefined()
    await enter(page, officer, `${area}/enterprises/${foreign?.id}`)
    await expect(page.getByText('没有找到该单位，或者该单位不在您的辖区内。').first()).toBeVisible()
  })
})
