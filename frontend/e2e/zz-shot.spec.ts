import { test } from '@playwright/test'
import { district, serveAuthority, shop } from './authority'
const pages: Record<string, string> = {
  overview: `/a/${district}`,
  list: `/a/${district}/enterprises`,
  inspect: `/a/${district}/enterprises/${shop}`,
  found: `/a/${district}/enterprises/new`,
  members: `/a/${district}/members`,
  audit: `/a/${district}/audit`,
}
const only = (process.env['SHOT'] ?? Object.keys(pages).join(',')).split(',')
for (const theme of (process.env['THEME'] ?? 'light').split(',') as ('light' | 'dark')[])
  for (const name of only)
    test(`${name} ${theme}`, async ({ page }, info) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      page.on('console', (m) => m.type() === 'error' && console.log(name, m.text()))
      page.on('pageerror', (e) => console.log(name, e.message))
      await serveAuthority(page)
      await page.goto(pages[name] ?? '/')
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(700)
      await page.screenshot({
        path: `/tmp/fe/${name}-${theme}-${info.project.name}.png`,
        fullPage: info.project.name === 'phone',
      })
    })
