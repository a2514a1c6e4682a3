import { enter, expect, registerShop, sheet, test } from './world'

test('a manager adds a robot, its refusal is shown, and a person sets his times @phone', async ({ page }) => {
  const shop = await registerShop()
  await enter(page, shop.principal, `${shop.at}/channels`)
  await page.getByRole('button', { name: '添加渠道' }).click()
  await sheet(page).getByRole('radio', { name: '企业微信' }).check()
  await sheet(page).getByLabel('名称', { exact: true }).fill('质量群')
  await sheet(page).getByLabel('Webhook 地址').fill('http://127.0.0.1/x')
  await sheet(page).getByRole('button', { name: '保存' }).click()
  await expect(sheet(page).getByText('地址不正确')).toBeVisible()
  await sheet(page).getByLabel('Webhook 地址').fill('https://robot.example.invalid/send?key=secret')
  await sheet(page).getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('https://robot.example.invalid/…')).toBeVisible()
  await page.getByRole('button', { name: '发一条测试消息' }).click()
  await expect(page.getByText('测试消息未送达')).toBeVisible()

  await page.getByRole('link', { name: '发送记录' }).click()
  await page.getByRole('button', { name: '测试消息' }).click()
  await expect(page.getByText('发送失败')).toBeVisible()

  await page.goto(`${shop.at}/me`)
  await page.getByRole('link', { name: '提醒设置' }).click()
  await page.getByLabel('增加时间').selectOption('13:30')
  await page.getByRole('button', { name: '保存' }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: '去掉 13:30' })).toBeVisible()
})
