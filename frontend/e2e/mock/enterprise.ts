// A server of one enterprise, just enough to look at its pages and walk them.
// It forgets everything with the page.
import { createHash } from 'node:crypto'
import type { Page, Route } from '@playwright/test'
import { enterprise, problem, session } from '../page'
import { dailies, daily, entry, week } from './dailies'
import { hazardAt, hazards } from './hazards'
import { archive, day, id, items, list, measured, now, person, riskList, shift, site, today } from './shop'

const everyPermission = [
  'enterprise.read enterprise.edit enterprise.business.report enterprise.site.edit enterprise.product.edit',
  'appointment.read appointment.make appointment.end appointment.deputise appointment.withdraw appointment.resign appointment.letter appointment.answer',
  'appointment.matrix.edit',
  'risklist.read risklist.draft risklist.approve obligation.read obligation.pattern.edit',
  'obligation.suspension.file obligation.suspension.sign record.daily.read record.daily.submit record.daily.correct',
  'record.daily.review photo.read photo.upload hazard.read hazard.advance ledger.export ledger.receipt',
  'regulator.look.read audit.read',
].flatMap((line) => line.split(' '))

export interface Options {
  roles?: string[]
  permissions?: string[]
  /** open, done, rest, suspended, noList */
  standing?: 'open' | 'done' | 'rest' | 'suspended' | 'noList'
  measured?: boolean
  empty?: boolean
  /** What a submission is answered with instead of being taken. */
  refuse?: ReturnType<typeof problem>
}

/** What the pages have sent. */
export interface Sent {
  dailies: { id: string; body: Record<string, unknown> }[]
  calls: { method: string; path: string; body: unknown }[]
}

/** Answers every call of an enterprise's pages; returns what they sent. */
export async function mockEnterprise(page: Page, o: Options = {}): Promise<Sent> {
  const sent: Sent = { dailies: [], calls: [] }
  const s = session()
  const member = s.me.memberships[0]
  if (member) {
    member.roles = o.roles ?? ['officer']
    member.permissions = o.permissions ?? everyPermission
  }
  const standing = o.standing ?? 'open'
  const asked = o.measured ? [...items, measured] : items

  function todayAnswer() {
    const done = standing === 'done' || sent.dailies.length > 0
    const check = {
      ...day(today, standing === 'suspended' ? 'excused' : done ? 'done' : 'open', {
        ...(standing === 'suspended' ? { excuse: 'business_stop' } : {}),
        ...(done
          ? {
              outcome: 'zero_risk',
              lateness: 'on_time',
              record: id(301),
              submittedBy: '王晓明',
              submittedAt: '2026-11-23T01:59:00Z',
            }
          : {}),
      }),
      siteName: '城南门店',
      shiftName: '全天',
      onlyShift: true,
      ...(standing === 'noList'
        ? { listVersion: 0, items: [] }
        : { listId: list, listVersion: 3, items: asked }),
    }
    return {
      day: today,
      serverTime: now,
      checks: standing === 'rest' ? [] : [check],
      missed: o.empty
        ? []
        : [{ ...check, ...day('2026-11-22', 'missed'), due: '2026-11-22T12:00:00Z', submittedBy: undefined }],
      week: [
        ...week,
        day(today, check.state, {
          outcome: done ? 'zero_risk' : undefined,
          lateness: done ? 'on_time' : undefined,
        }),
      ],
      tasks: o.empty
        ? []
        : [
            {
              kind: 'hazard',
              subject: id(201),
              title: '隐患待整改',
              note: hazards[0]?.description,
              severity: 'larger',
              due: '2026-11-22T15:59:00Z',
            },
            {
              kind: 'hazard',
              subject: id(202),
              title: '隐患待整改',
              note: hazards[1]?.description,
              severity: 'general',
              due: '2026-11-24T15:59:00Z',
            },
            {
              kind: 'correction',
              subject: id(301),
              title: '11月19日的记录须更正',
              note: '张建国：第三项请写明货架位置',
            },
          ],
      restsToday: standing === 'rest',
      ...(standing === 'rest' ? { nextOpens: '2026-11-24T00:00:00Z' } : {}),
    }
  }

  const base = `/enterprises/${enterprise}`
  const gets: Record<string, () => unknown> = {
    [base]: () => archive,
    [`${base}/today`]: todayAnswer,
    [`${base}/calendar`]: () => ({ month: '2026-11', days: [...week, day(today, 'open')], counts: {} }),
    [`${base}/records/daily`]: () => ({ items: o.empty ? [] : dailies }),
    [`${base}/drafts/daily`]: () => ({ items: [] }),
    [`${base}/hazards`]: () => ({ items: o.empty ? [] : hazards }),
    [`${base}/suspensions`]: () => ({
      items: [
        {
          id: id(700),
          site,
          siteName: '城南门店',
          kind: 'business_stop',
          reason: '店主外出，全天不开门',
          from: '2026-11-24',
          until: '2026-11-25',
          filedName: '王晓明',
          filedAt: now,
        },
        {
          id: id(701),
          site,
          siteName: '城南门店',
          kind: 'holiday',
          reason: '国庆放假',
          from: '2026-10-01',
          until: '2026-10-03',
          filedName: '李国强',
          filedAt: '2026-09-29T02:00:00Z',
          signedName: '李国强',
          signedAt: '2026-09-29T02:00:00Z',
        },
      ],
    }),
    [`${base}/shifts`]: () => ({
      items: [
        {
          id: shift,
          site,
          name: '白班',
          starts: 480,
          ends: 1080,
          grace: 120,
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          restOnHolidays: false,
          from: '2026-09-01',
        },
        {
          id: id(14),
          site,
          name: '夜班',
          starts: 1320,
          ends: 1800,
          grace: 60,
          weekdays: [1, 2, 3, 4, 5],
          restOnHolidays: true,
          from: '2026-11-24',
        },
      ],
      exceptions: [{ site, day: '2026-11-29', open: false, reason: '盘点' }],
    }),
    [`${base}/appointments`]: () => ({
      items: [
        person(1, '李国强', 'principal'),
        person(2, '张建国', 'director', { concurrent: true }),
        person(3, '王晓明', 'officer', { concurrent: true }),
        person(4, '李丽', 'officer', {
          deputyOf: id(603),
          deputyFor: '王晓明',
          until: '2026-11-25T15:59:59Z',
        }),
        person(5, '赵敏', 'officer', { inOffice: false, endedAt: '2026-10-15T02:00:00Z', endedWhy: '离职' }),
      ],
    }),
    [`${base}/staffing`]: () => ({ items: [], history: [] }),
    [`${base}/risk-list`]: () =>
      standing === 'noList'
        ? { versions: [] }
        : {
            current: riskList,
            draft: { ...riskList, version: 0, state: 'draft', revision: 6 },
            versions: [
              {
                version: 3,
                items: 8,
                approvedName: '李国强',
                approvedAt: '2026-10-02T02:00:00Z',
                note: '增加冷柜',
              },
              { version: 2, items: 7, approvedName: '李国强', approvedAt: '2026-09-10T02:00:00Z' },
            ],
          },
    [`${base}/risk-list/versions/3`]: () => riskList,
    [`${base}/risk-list/diff`]: () => ({
      added: [items[5]],
      removed: [],
      changed: [{ before: { ...items[2], frequency: '每周' }, after: items[2], fields: ['frequency'] }],
    }),
    [`${base}/size-grades`]: () => ({
      items: [
        { grade: 'D', said: archive.sizeGradeSaid, from: '2026-09-02T02:00:00Z' },
        {
          grade: '',
          said: { text: '零售：从业人员数未知、营业收入未知；暂不分级' },
          from: '2026-09-01T02:00:00Z',
        },
      ],
    }),
    [`${base}/looks`]: () => ({
      items: [
        {
          id: id(800),
          at: '2026-11-20T06:12:00Z',
          agencyName: '罗店市场监管所',
          name: '陈静',
          what: 'record',
          subject: '11月19日',
        },
        {
          id: id(801),
          at: '2026-11-20T06:10:00Z',
          agencyName: '罗店市场监管所',
          name: '陈静',
          what: 'enterprise',
        },
      ],
    }),
    '/reference/categories': () => ({ production: ['家用电器'], sales: ['家用电器', '儿童用品'] }),
    '/reference/offices': () => ({ items: [{ id: id(900), name: '罗店市场监管所', district: '宝山区' }] }),
    '/me/sessions': () => ({ items: [] }),
    '/verifications/ABC': () => ({
      verdict: 'superseded',
      paper: '每日工业产品质量安全检查记录',
      enterpriseName: archive.name,
      day: '2026-11-19',
      version: 1,
      latestVersion: 2,
      receivedAt: '2026-11-19T02:31:08Z',
      lateness: 'on_time',
      bodyHash: 'a3f1'.repeat(16),
      linkHash: 'b2'.repeat(32),
      seq: 128,
    }),
  }

  function submit(route: Route, record: string) {
    if (o.refuse) return route.fulfill(o.refuse)
    const body = route.request().postData() ?? ''
    sent.dailies.push({ id: record, body: JSON.parse(body) as Record<string, unknown> })
    const bodyHash = createHash('sha256').update(body).digest('hex')
    return route.fulfill({ json: { ...daily(entry(1, today)), id: record, bodyHash } })
  }

  await page.route('**/api/v1/**', (route) => {
    const request = route.request()
    const path = new URL(request.url()).pathname.replace('/api/v1', '')
    const method = request.method()
    if (path === '/session/refresh') return route.fulfill({ json: s })
    if (method === 'GET') {
      const found = gets[path]
      if (found) return route.fulfill({ json: found() })
      if (path.startsWith(`${base}/records/daily/`)) {
        return route.fulfill({
          json: daily(dailies.find((d) => path.endsWith(d.id)) ?? entry(1, '2026-11-19')),
        })
      }
      if (path.startsWith(`${base}/hazards/`)) {
        return route.fulfill({ json: hazardAt(path) })
      }
      return route.fulfill(problem(404, 'request.not_found', '没有找到您要的内容。'))
    }
    sent.calls.push({
      method,
      path,
      body: request.headers()['content-type']?.includes('json') ? request.postDataJSON() : null,
    })
    if (method === 'PUT' && /\/records\/daily\/[^/]+$/.test(path))
      return submit(route, path.split('/').at(-1) ?? '')
    if (path === '/reference/identifier-checks')
      return route.fulfill({ json: { value: '', verdict: 'fine' } })
    if (/\/(photos|drafts)\//.test(path)) return route.fulfill({ status: 204 })
    if (path.endsWith('/appointments')) {
      return route.fulfill({
        status: 201,
        json: { appointment: person(9, '新人', 'officer'), login: 'xinren', initialPassword: 'Kx7-mq2-Rt' },
      })
    }
    if (path.endsWith('/deputies'))
      return route.fulfill({ status: 201, json: gets[`${base}/appointments`]?.() })
    return route.fulfill({ json: path.includes('risk-list') ? riskList : {} })
  })
  return sent
}
