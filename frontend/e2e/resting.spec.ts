import {
  appoint,
  call,
  enter,
  expect,
  item,
  readDaily,
  records,
  registerShop,
  sheet,
  test,
  type Today,
} from './world'

test('今日未进货 answers what is asked for batches, and nothing else @phone', async ({ page }) => {
  const shop = await registerShop()
  const batches = shop.items.filter((i) => i.batch)
  const others = shop.items.filter((i) => !i.batch)
  expect(batches.length).toBeGreaterThan(0)
  await enter(page, shop.principal, shop.at)
  await page.getByRole('link', { name: '今日未进货' }).click()
  await expect(page.getByText(`${batches.length} 项已标为不适用`)).toBeVisible()
  for (const i of batches) await expect(item(page, i).getByRole('radio', { name: '不适用' })).toBeChecked()
  for (const i of others) await expect(item(page, i).getByRole('radio', { checked: true })).toHaveCount(0)
  await page.getByRole('button', { name: '其余均符合' }).click()
  await page.getByRole('button', { name: '签名并提交' }).click()
  await expect(page.getByText('今日已检查 · 零风险')).toBeVisible()
  const [entry] = await records(shop)
  const answers = (await readDaily(shop, entry?.id ?? '')).versions[0]?.body.answers ?? []
  expect(answers.filter((a) => a.bulk === 'no_batch' && a.verdict === 'na')).toHaveLength(batches.length)
  expect(answers.filter((a) => a.bulk === 'rest_pass')).toHaveLength(others.length)
})

test('今日不营业 is filed by the officer, counts once the principal has signed, and is no missed day @phone', async ({
  page,
  visit,
}) => {
  const shop = await registerShop({ posts: ['principal'] })
  const officer = await appoint(shop, '安全员', 'officer')

  await enter(page, officer, shop.at)
  await page.getByRole('button', { name: '今日不营业' }).click()
  await sheet(page).getByRole('button', { name: '提交申报' }).click()
  await expect(sheet(page).getByText('请写明原因')).toBeVisible()
  await sheet(page).getByLabel('原因').fill('店主外出，全天不开门')
  await sheet(page).getByRole('button', { name: '提交申报' }).click()
  await expect(page.getByText('停业申报待主要负责人签署，签署前仍须检查。')).toBeVisible()

  const owner = await visit(shop.principal, shop.at)
  await owner.getByRole('link', { name: /停业/ }).first().click()
  await owner.getByRole('button', { name: '签署' }).click()
  await sheet(owner).getByRole('button', { name: '签署' }).click()
  await expect(owner.getByText('生效中')).toBeVisible()

  await page.reload()
  await expect(page.getByText('已申报停业')).toBeVisible()
  await expect(page.getByRole('link', { name: '开始检查' })).toHaveCount(0)
  const { checks, day } = await call<Today>(officer.token, 'GET', `${shop.api}/today`)
  expect(checks.filter((c) => c.day === day).map((c) => [c.state, c.excuse])).toEqual([
    ['excused', 'business_stop'],
  ])
  expect(await records(shop)).toHaveLength(0)
})
