import {
  appoint,
  enter,
  expect,
  item,
  readDaily,
  records,
  registerShop,
  submitCheck,
  sync,
  test,
} from './world'

test('the second of two officers is shown the first one’s record and keeps what he wrote @phone', async ({
  page,
}) => {
  const shop = await registerShop({ posts: ['principal'] })
  const [first, second] = await Promise.all([
    appoint(shop, '早到', 'officer'),
    appoint(shop, '晚到', 'officer'),
  ])

  await enter(page, second, shop.at)
  await page.getByRole('link', { name: '开始检查' }).click()
  await item(page, shop.items[0]!).getByRole('radio', { name: '不符合', exact: true }).check()
  await item(page, shop.items[0]!).getByLabel('发现了什么').fill('晚到的人看到的')
  await page.getByRole('button', { name: '其余均符合' }).click()

  const record = await submitCheck(shop, first)

  await page.getByRole('button', { name: '签名并提交' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '签名并提交' }).click()
  await expect(page.getByText('这一班的检查已由他人提交')).toBeVisible()
  await expect(page.getByText(/早到 已于 .* 提交。没有覆盖对方的记录/)).toBeVisible()
  await expect(item(page, shop.items[0]!).getByLabel('发现了什么')).toHaveValue('晚到的人看到的')

  const all = await records(shop)
  expect(all.map((r) => [r.id, r.officerName])).toEqual([[record.id, '早到']])
  expect((await readDaily(shop, record.id)).versions).toHaveLength(1)

  await page.getByRole('link', { name: '查看对方的记录' }).click()
  await expect(page).toHaveURL(new RegExp(`/records/${record.id}$`))
  await expect(page.getByText('早到', { exact: false }).first()).toBeVisible()

  await page.goto(shop.at)
  await expect(sync(page)).toHaveText('1 条需处理')
  await page.reload()
  await expect(sync(page)).toHaveText('1 条需处理')
})
