import { readFile } from 'node:fs/promises'
import { enter, expect, registerShop, test } from './world'

test('a pack is asked for, made and taken away @phone', async ({ page }) => {
  const shop = await registerShop({})
  await enter(page, shop.principal, `${shop.at}/pack`)
  await page.getByRole('button', { name: '生成', exact: true }).click()
  await expect(page.getByRole('heading', { name: /^迎检自证包 \d/ })).toBeVisible()
  await page.reload()
  const fetch = page.getByRole('button', { name: /^下载/ })
  await expect(fetch).toBeVisible({ timeout: 30_000 })
  const coming = page.waitForEvent('download')
  await fetch.click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/^迎检自证包 .*\.zip$/)
  // The names of a zip's files stand in it as they are.
  const zip = await readFile(await file.path())
  for (const name of [
    '00 封面.pdf',
    '00 封面.docx',
    '01 目录.pdf',
    '7 数据/数据.xlsx',
    '8 证据/如何核验.txt',
    'SHA256SUMS',
  ])
    expect(zip.includes(Buffer.from(name)), name).toBe(true)
})
