// 制度文件: one tap drafts what is missing, the principal opens each and signs
// once, and what he must confirm himself is confirmed by it.
import { call, enter, expect, registerShop, test } from './world'

test('a shopkeeper drafts, reads and approves his documents @phone', async ({ page }) => {
  const shop = await registerShop({ posts: ['principal', 'officer', 'director'], list: false })
  await enter(page, shop.principal, `/e/${shop.id}/bylaws`)
  await page.getByRole('button', { name: '用模板起草全部适用制度' }).click()

  await expect(page.getByRole('heading', { name: '批准制度' })).toBeVisible()
  await expect(page.getByRole('button', { name: '请先打开阅读' })).toBeDisabled()
  const unread = page.getByRole('button', { name: /未阅读/ })
  for (let left = await unread.count(); left > 0; left--) {
    await unread.first().click()
    await expect(page.getByText('第一条').first()).toBeVisible()
    await page.getByRole('button', { name: '看完了' }).click()
    await expect(unread).toHaveCount(left - 1)
  }
  await page.getByRole('button', { name: /批准已阅读的/ }).click()
  await page.getByRole('button', { name: '签名批准' }).click()

  await expect(page.getByText('现行').first()).toBeVisible()
  const { items } = await call<{
    items: { applies: boolean; current?: { asked: number; confirmed: number } }[]
  }>(shop.principal.token, 'GET', `/enterprises/${shop.id}/bylaws`)
  for (const b of items.filter((one) => one.applies)) expect(b.current?.confirmed).toBe(b.current?.asked)

  await page.goto(`/e/${shop.id}/dossier`)
  const first = page.getByRole('article').filter({ hasText: '建立产品质量安全管理制度' })
  await expect(first.getByText('齐全')).toBeVisible()
})
