import type { Page, Route } from '@playwright/test'
import { entries, none, orders, overview, reported } from './authority/area'
import { bylaws } from './authority/bylaw'
import { inspected } from './authority/enterprise'
import { packs } from './authority/errand'
import { licences } from './authority/licence'
import { monthlies } from './authority/monthly'
import { audit, chief, district, members, now } from './authority/people'
import { dailies, daily, photo } from './authority/record'
import { year } from './authority/training'
import { weeklies } from './authority/weekly'

// A district with thirteen offices as the server would tell of it: made-up
// names, plain numbers. What it tells lies beside this file, by the noun.

export { district, shop, today } from './authority/people'
export { inspected }

/** What the items of an enterprise open to, by the path under it. */
const items: Record<string, unknown> = {
  '/hazards': { items: inspected.hazards },
  '/bylaws': bylaws,
  '/licences': licences,
  '/training/years/2026': year,
  ...weeklies,
  ...monthlies,
}

/** Answers as the server would, for a page that belongs to the district's chief. */
export async function serveAuthority(
  page: Page,
  more: Record<string, (r: Route) => unknown> = {},
): Promise<string[]> {
  const seen: string[] = []
  const json = (r: Route, body: unknown, status = 200) =>
    r.fulfill({ status, json: body, headers: { 'X-Zhize-Now': String(Date.parse(now)) } })
  await page.clock.setFixedTime(now)
  await page.route('**/api/v1/**', async (r) => {
    const url = new URL(r.request().url())
    const path = url.pathname.replace('/api/v1', '')
    const call = `${r.request().method()} ${path}`
    seen.push(call + url.search)
    for (const [key, answer] of Object.entries(more)) {
      if (call.endsWith(key)) return answer(r)
    }
    if (path === '/session/refresh') return json(r, chief())
    if (path === '/reference/entry-reasons')
      return json(r, {
        items: [
          { code: 'ccc', text: '强制性产品认证' },
          { code: 'ebike', text: '电动自行车' },
        ],
      })
    if (path === '/reference/categories')
      return json(r, { production: ['电线电缆'], sales: ['电线电缆', '电动自行车'] })
    if (path === '/reference/identifier-checks') {
      const { value } = r.request().postDataJSON() as { value: string }
      return json(
        r,
        value.endsWith('T')
          ? { value, verdict: 'fine' }
          : { value, verdict: 'check_digit', text: '校验位不符，多半是抄错了一位，请对照营业执照核对。' },
      )
    }
    const at = path.replace(`/agencies/${district}`, '')
    if (at === '/overview') return json(r, overview)
    if (at === '/orders') return json(r, { items: orders })
    if (at === '/suspicions') return json(r, { items: reported })
    if (at === '/errands') return json(r, { items: packs })
    if (at === '/members') return json(r, { items: members })
    if (at === '/audit')
      return json(r, { items: audit, next: url.searchParams.get('after') ? undefined : 'k' })
    if (at === '/enterprises') {
      const q = url.searchParams.get('q') ?? ''
      const found = entries.filter((e) => e.name.includes(q))
      return json(r, { items: found, ...(q || url.searchParams.get('after') ? {} : { next: 'k' }) })
    }
    const rest = at.replace(/^\/enterprises\/[^/]+/, '')
    if (rest === '') return json(r, inspected)
    if (rest === '/daily') {
      const month = url.searchParams.get('month')
      return json(
        r,
        month === '2026-11'
          ? dailies
          : {
              ...dailies,
              month,
              days: [],
              records: [],
              counts: none,
              facts: '这个月没有应检。',
              said: { text: '这个月没有应检。' },
            },
      )
    }
    const record = /^\/daily\/([^/]+)$/.exec(rest)?.[1]
    const origin = dailies.records.find((x) => x.id === record)
    if (record && origin) return json(r, daily(record, origin))
    if (rest in items) return json(r, items[rest])
    if (rest.startsWith('/photos/')) return r.fulfill({ contentType: 'image/svg+xml', body: photo })
    if (rest.endsWith('/paper')) return r.fulfill({ contentType: 'application/pdf', body: '%PDF-1.4' })
    return json(
      r,
      {
        type: '/problems/request.not_found',
        title: '',
        status: 404,
        code: 'request.not_found',
        detail: '没有',
        requestId: 'R-1',
      },
      404,
    )
  })
  return seen
}
