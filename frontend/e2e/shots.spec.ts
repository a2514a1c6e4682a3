import { agencyOf, call, demo, enter, expect, test } from './world'

// The README's pictures, from the demo: ZHIZE_SHOTS=1 scripts/e2e.sh sqlite shots
test.describe('@shots', () => {
  test.use({ deviceScaleFactor: 2, colorScheme: 'light' })

  test('today on the phone @phone', async ({ page }) => {
    const who = await demo('dianzhu')
    const me = await call<{ memberships: { id: string }[] }>(who.token, 'GET', '/me')
    await enter(page, who, `/e/${me.memberships[0]?.id}`)
    await expect(page.getByRole('heading', { name: '日管控检查' })).toBeVisible()
    await page.screenshot({ path: '../docs/today.png', animations: 'disabled' })
  })

  test('the overview at the desk @desk', async ({ page }) => {
    const who = await demo('quju')
    await enter(page, who, `/a/${(await agencyOf(who)).id}`)
    await expect(page.locator('.overview-needs').getByRole('link').first()).toBeVisible()
    await page.screenshot({ path: '../docs/overview.png', animations: 'disabled' })
  })
})
