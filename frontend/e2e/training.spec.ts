import {
  appoint,
  call,
  enter,
  expect,
  photograph,
  registerShop,
  sheet,
  signByHand,
  test,
  type Today,
  uuidv7,
} from './world'

// The day in Shanghai, as the forms want it.
const day = (days = 0) => new Date(Date.now() + (8 + 24 * days) * 3_600_000).toISOString().slice(0, 10)

test('a session is planned, the phone goes round, and the hours count @phone', async ({ page, visit }) => {
  const shop = await registerShop({ posts: ['principal'] })
  const officer = await appoint(shop, '来听课的', 'officer')
  await enter(page, shop.principal, `${shop.at}/training`)
  await page.getByRole('link', { name: '安排培训' }).click()
  await page.getByLabel('名称').fill('班前培训')
  await page.getByLabel('日期').fill(day())
  await page.getByLabel('时长（分钟）').fill('90')
  await page.getByRole('radio', { name: '现场' }).check()
  await page.getByLabel('地点或线上会议').fill('门店')
  await page.getByLabel('授课人').fill('旅程讲师')
  await page.getByLabel('内容').fill('标识')
  await page.getByLabel('来听课的').check()
  await page.getByLabel(shop.principal.name).check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('还有 2 人没有签到或登记缺席')).toBeVisible()
  await expect(page.getByRole('button', { name: '登记完成' })).toBeDisabled()

  // The organiser notes himself absent; the officer signs on the phone handed over.
  await page.getByRole('button', { name: shop.principal.name }).click()
  await sheet(page).getByRole('radio', { name: '缺席' }).check()
  await sheet(page).getByLabel('缺席原因').fill('外出')
  await sheet(page).getByRole('button', { name: '登记缺席' }).click()
  await page.getByRole('button', { name: '来听课的' }).click()
  await sheet(page).getByRole('radio', { name: '出席' }).check()
  await sheet(page).getByRole('button', { name: '签到' }).click()
  await expect(sheet(page).getByText('请本人手写签名。')).toBeVisible()
  await signByHand(page)
  await sheet(page).getByRole('button', { name: '签到' }).click()
  await expect(page.getByText('组织人设备手写')).toBeVisible()
  await page.getByRole('button', { name: '登记完成' }).click()
  await sheet(page).getByRole('button', { name: '登记并封存' }).click()
  await expect(page.getByRole('button', { name: '更正' })).toBeVisible()

  const his = await visit(officer, `${shop.at}/training`)
  await expect(his.getByText('集中 1 小时 30 分')).toBeVisible()
})

test('a certificate that lapsed warns and is renewed @phone', async ({ page }) => {
  const shop = await registerShop()
  await call(shop.principal.token, 'PUT', `${shop.api}/licences/${uuidv7()}/versions/${uuidv7()}`, {
    kind: 'ccc',
    number: '旅程-1',
    from: day(-900),
    until: day(-2),
  })
  await enter(page, shop.principal, shop.at)
  await expect(page.getByText('证书已过期，请停用并更换。')).toBeVisible()
  await page.goto(`${shop.at}/licences`)
  await page.getByRole('link', { name: '已过期 2 天' }).click()
  await page.getByRole('link', { name: '换证' }).click()
  await expect(page.getByLabel('证书编号')).toHaveValue('旅程-1')
  await page.getByLabel('证书编号').fill('旅程-2')
  await page.getByLabel('有效期自').fill(day(-1))
  await page.getByRole('radio', { name: '有截止日' }).check()
  await page.getByLabel('有效期至').fill(day(700))
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('换证：', { exact: false })).toBeVisible()
  const today = await call<Today>(shop.principal.token, 'GET', `${shop.api}/today`)
  expect(today.warnings).toEqual([])
})

test('a test that was failed asks the person back, and opens his own page @phone', async ({
  page,
  visit,
}) => {
  const shop = await registerShop({ posts: ['principal'] })
  const officer = await appoint(shop, '补考的', 'officer')
  await enter(page, shop.principal, `${shop.at}/training/tests/${uuidv7()}`)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '请填写这一项。' })).toHaveCount(3)
  await expect(page.getByRole('alert').filter({ hasText: '请上传试卷照片或文件。' })).toBeVisible()
  await page.getByLabel('被考核人').selectOption({ label: '补考的' })
  await page.getByLabel('名称').fill('季度考核')
  await page.getByLabel('考核内容').fill('台账\n标识')
  await page.getByLabel('得分').fill('40')
  await page.getByLabel('满分').fill('100')
  await page.getByLabel('合格线').fill('60')
  await page.getByLabel('台账', { exact: true }).check()
  await page.getByLabel('补考最后日期').fill(day(7))
  await page.locator('input[type=file]').setInputFiles(await photograph(page, '试卷'))
  await expect(page.getByRole('alert').filter({ hasText: '请上传试卷' })).toBeHidden()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page).toHaveURL(/training\/people\//)

  const his = await visit(officer, shop.at)
  await his.getByRole('link', { name: /季度考核/ }).click()
  await expect(his).toHaveURL(new RegExp(`training/people/[0-9a-f-]+/${day().slice(0, 4)}$`))
  await expect(his.getByText('季度考核').first()).toBeVisible()
})
