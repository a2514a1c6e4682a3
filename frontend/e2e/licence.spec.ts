import { call, enter, expect, photograph, registerShop, sheet, test, uuidv7 } from './world'

test('a published yearly report is corrected with a reason; the one before stays readable @phone', async ({
  page,
}) => {
  const shop = await registerShop({ list: false })
  const year = new Date().getFullYear()
  const permit = uuidv7()
  await call(shop.principal.token, 'PUT', `${shop.api}/licences/${permit}/versions/${permit}`, {
    kind: 'production',
    number: 'XK00-000-00000',
    from: `${year}-01-01`,
    until: `${year + 4}-12-31`,
  })

  await test.step('it is published', async () => {
    await enter(page, shop.principal, `${shop.at}/licences`)
    await page.getByRole('button', { name: `${year} 年度自查报告` }).click()
    await sheet(page)
      .locator('input[type=file]')
      .setInputFiles({ ...(await photograph(page, '自查报告')), name: '自查报告.jpg' })
    await sheet(page).getByLabel('公布方式或网址').fill('厂区公示栏')
    await sheet(page).getByRole('button', { name: '保存' }).click()
    await page.getByRole('link', { name: `${year} 年度自查报告` }).click()
    await expect(page.getByRole('button', { name: '打开 自查报告.jpg' })).toBeVisible()
  })

  await test.step('a correction wants a reason', async () => {
    await page.getByRole('button', { name: '更正', exact: true }).click()
    await sheet(page).getByLabel('公布方式或网址').fill('厂区公示栏和单位网站')
    await sheet(page).getByRole('button', { name: '保存' }).click()
    await expect(sheet(page).getByText('请填写这一项。')).toBeVisible()
    await sheet(page)
      .getByRole('button', { name: /移除.*自查报告.jpg/ })
      .click()
    await sheet(page)
      .locator('input[type=file]')
      .setInputFiles({ ...(await photograph(page, '盖章版')), name: '盖章版.jpg' })
    await sheet(page).getByLabel('更正原因').fill('换成盖章版')
    await page.keyboard.press('Tab')
    await sheet(page).getByRole('button', { name: '保存' }).press('Enter')
    await expect(page.getByText('更正原因：换成盖章版')).toBeVisible()
    await expect(page.getByRole('button', { name: /盖章版.jpg/ })).toBeVisible()
  })

  await test.step('the version before stays', async () => {
    await page.getByRole('radio', { name: '第 1 版', exact: true }).check()
    await expect(page.getByText('厂区公示栏', { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: /自查报告.jpg/ })).toBeVisible()
    await page.goto(`${shop.at}/licences`)
    await expect(page.getByRole('link', { name: /厂区公示栏和单位网站.*已公布，有更正/ })).toBeVisible()
  })
})
