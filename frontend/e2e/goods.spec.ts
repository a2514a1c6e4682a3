import { agencyOf, demo, enter, expect, photograph, registerShop, sheet, test } from './world'

test('a contract is entered with photos of its pages, which an office opens in sight @phone', async ({
  page,
  visit,
}) => {
  const shop = await registerShop({ list: false })

  await test.step('the contract is photographed page by page', async () => {
    await enter(page, shop.principal, `${shop.at}/commissions`)
    await page.getByRole('button', { name: '登记委托合同' }).click()
    await sheet(page).getByRole('radio', { name: '委托方', exact: true }).check()
    await sheet(page).getByLabel('对方单位').fill('远山塑料厂（虚构）')
    await sheet(page).getByLabel('产品名称').fill('插座外壳')
    await sheet(page).getByLabel('已按要求报告监管部门').check()
    await sheet(page).getByLabel('说明').fill('年底续签')
    for (const [n, words] of ['第一页', '盖章页'].entries()) {
      await sheet(page)
        .locator('input[type=file]')
        .setInputFiles(await photograph(page, words))
      await expect(sheet(page).getByRole('button', { name: `查看第 ${n + 1} 张照片` })).toBeVisible()
    }
    await sheet(page).getByRole('button', { name: '保存' }).click()
    await expect(sheet(page).getByText('结束日期不能早于开始日期')).toBeVisible()
    await sheet(page).getByLabel('结束日期').fill('2030-12-31')
    await sheet(page).getByRole('button', { name: '保存' }).click()
    await page.getByRole('link', { name: /插座外壳 · 远山塑料厂.*2 张照片/ }).click()
    await expect(page.locator('.photo img')).toHaveCount(2)
    await expect(page.getByText('已按要求报告监管部门')).toBeVisible()
    await expect(page.getByText('年底续签')).toBeVisible()
  })

  await test.step('the office opens it, and its photos', async () => {
    const officer = await demo('suoyuan')
    const area = `/a/${(await agencyOf(officer)).id}`
    const desk = await visit(officer, `${area}/enterprises/${shop.id}?item=commissions`)
    await desk.getByRole('button', { name: '打开插座外壳' }).click()
    await expect(desk.locator('.photo img')).toHaveCount(2)
  })

  await test.step('each opening is a look that the enterprise reads', async () => {
    await page.goto(`${shop.at}/looks`)
    await expect(page.getByText(/^照片 · /)).toHaveCount(2)
    await expect(page.getByText(/^委托加工合同 · /)).toHaveCount(1)
  })

  await test.step('it is ended with a reason, and stays readable', async () => {
    await page.goto(`${shop.at}/commissions`)
    await page.getByRole('link', { name: /插座外壳/ }).click()
    await page.getByRole('button', { name: '终止合同' }).click()
    await sheet(page).getByRole('button', { name: '终止合同' }).click()
    await expect(sheet(page).getByText('请填写')).toBeVisible()
    await sheet(page).getByLabel('为什么终止').fill('改由本厂生产')
    await sheet(page).getByRole('button', { name: '终止合同' }).click()
    await expect(page.getByText(/^改由本厂生产 · /)).toBeVisible()
    await expect(page.locator('.photo img')).toHaveCount(2)
  })
})
