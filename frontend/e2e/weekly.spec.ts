import { call, enter, expect, registerShop, sheet, submitCheck, test } from './world'
import type { components } from '../src/api/schema.gen'

type Schemas = components['schemas']

test('the week is drafted from the rows, its words are kept, and it is signed once @phone', async ({
  page,
}) => {
  const shop = await registerShop()
  await submitCheck(shop, shop.principal)
  await enter(page, shop.principal, `${shop.at}/records`)
  await page.getByRole('link', { name: '周报告' }).click()
  await page
    .getByRole('link', { name: /待签署/ })
    .first()
    .click()

  // A figure opens its rows.
  await page.getByRole('button', { name: '1 零风险' }).click()
  await expect(sheet(page).getByRole('link', { name: /零风险/ })).toBeVisible()
  await sheet(page).getByRole('button', { name: '关闭' }).click()

  // Nobody signs without a word.
  await page.getByRole('button', { name: '签署周报告' }).click()
  await expect(page.getByText('请写明本周的分析研判')).toBeVisible()
  await page.getByLabel('分析研判').fill('本周重点复看了贮存环节，未发现新的隐患。')
  await expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('分析研判')).toHaveValue('本周重点复看了贮存环节，未发现新的隐患。')

  await page.getByRole('button', { name: '签署周报告' }).click()
  await sheet(page).getByRole('button', { name: '确认签署' }).click()
  await expect(page.getByText('签署后不再改变')).toBeVisible()
  const weeks = await call<Schemas['WeekliesOutputBody']>(
    shop.principal.token,
    'GET',
    `${shop.api}/records/weekly`,
  )
  const signed = weeks.items.filter((w) => w.signed)
  expect(signed).toHaveLength(1)
  expect(signed[0]?.signed?.posts).toEqual(['principal', 'officer'])
  expect(signed[0]?.signed?.unread).toBe(false)
})
