import { appoint, enter, expect, item, readDaily, registerShop, sheet, submitCheck, test } from './world'

test('the director asks for a correction; both versions stay and the difference is shown @phone', async ({
  page,
  visit,
}) => {
  const shop = await registerShop({ posts: ['principal'] })
  const officer = await appoint(shop, '安全员', 'officer')
  const director = await appoint(shop, '总监', 'director')
  const record = await submitCheck(shop, officer)
  const wrong = shop.items[0]!
  const at = `${shop.at}/records/${record.id}`

  await test.step('the director says what is to be corrected', async () => {
    const desk = await visit(director, at)
    await desk.getByRole('button', { name: '审阅' }).click()
    await sheet(desk).getByRole('radio', { name: '要求更正', exact: true }).check()
    await sheet(desk).getByRole('button', { name: '提交审阅' }).click()
    await expect(sheet(desk).getByText('请写明需要更正什么')).toBeVisible()
    await sheet(desk).getByLabel('说明').fill('第 1 项当天并不符合')
    await sheet(desk).getByRole('button', { name: '提交审阅' }).click()
    await expect(desk.getByText('总监要求更正')).toBeVisible()
  })

  await test.step('the day stays done, and the officer is asked', async () => {
    await enter(page, officer, shop.at)
    await expect(page.getByText('今日已检查 · 零风险')).toBeVisible()
    await page.getByRole('link', { name: /更正/ }).click()
    await expect(page.getByText('第 1 项当天并不符合').first()).toBeVisible()
    await page.getByRole('link', { name: '更正', exact: true }).click()
  })

  await test.step('he corrects it with a reason', async () => {
    await page.getByRole('button', { name: '签名并更正' }).click()
    await expect(page.getByText('请写明更正原因（至少两个字）')).toBeVisible()
    await item(page, wrong).getByRole('radio', { name: '不符合', exact: true }).check()
    await item(page, wrong).getByLabel('发现了什么').fill('一盒没有合格证')
    await page.getByLabel('更正原因').fill('点错了')
    await page.getByRole('button', { name: '签名并更正' }).click()
    await sheet(page).getByRole('button', { name: '签名并更正' }).click()
    await expect(page).toHaveURL(new RegExp(`${at}$`))
  })

  await test.step('both versions stand, with what changed', async () => {
    await expect(page.getByText('更正原因：点错了')).toBeVisible()
    await expect(page.locator('.answer-before')).toHaveText(/原为\s*符合/)
    await expect(page.getByText('一盒没有合格证').first()).toBeVisible()
    await page.getByRole('radio', { name: '第 1 版', exact: true }).check()
    await expect(page.locator('.answer-before')).toHaveCount(0)
    const daily = await readDaily(shop, record.id)
    expect(daily.versions.map((v) => [v.version, v.body.answers[0]?.verdict])).toEqual([
      [1, 'pass'],
      [2, 'fail'],
    ])
    expect(daily.day).toBe(record.day)
    expect(daily.hazards).toHaveLength(1)
  })
})
