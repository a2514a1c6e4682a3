import AxeBuilder from '@axe-core/playwright'
import { type APIResponse, expect, type Page, test as base } from '@playwright/test'

export { expect }
export type { APIResponse }

/** A test whose page fails on any violation of the content security policy and on any uncaught error. */
export const test = base.extend<{ strict: void }>({
  strict: [
    async ({ page }, use) => {
      const faults = guard(page)
      await use()
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

/** What goes wrong on a page: broken content security policy and uncaught errors. */
export function guard(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (e) => faults.push(e.message))
  page.on('console', (m) => {
    if (/Content Security Policy/i.test(m.text())) faults.push(m.text())
  })
  return faults
}

/** No accessibility fault that axe knows, on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Animations would be measured half transparent.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual([])
}

export const enterprise = '01930000-0000-7000-8000-0000000000e1'

export function session(mustChangePassword = false) {
  return {
    accessToken: 'token',
    expiresAt: '2026-11-23T03:00:00Z',
    serverTime: '2026-11-23T02:00:00Z',
    mustChangePassword,
    me: {
      account: '01930000-0000-7000-8000-0000000000a1',
      login: 'wang',
      name: '王晓明',
      memberships: [
        {
          side: 'enterprise',
          id: enterprise,
          name: '上海罗店精密机械厂',
          roles: ['officer'],
          permissions: ['record.daily.submit', 'record.daily.read', 'hazard.read', 'obligation.read'],
        },
      ],
    },
  }
}

export function problem(status: number, code: string, detail: string) {
  return {
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: `/problems/${code}`, title: '', status, code, detail, requestId: 'R-1' }),
  }
}
