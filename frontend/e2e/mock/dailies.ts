// Daily records, and the week that they make.
import { hazards } from './hazards'
import { day, id, items, list, shift, site } from './shop'

function answers(failed = false) {
  return items.map((i, n) =>
    failed && n === 2
      ? {
          item: i.id,
          verdict: 'fail',
          note: '3 号货架两袋腻子粉已过保质期',
          measure: '已下架封存',
          severity: 'larger',
        }
      : { item: i.id, verdict: n < 2 ? 'na' : 'pass', bulk: n < 2 ? 'no_batch' : 'rest_pass' },
  )
}

export function daily(entry: Record<string, unknown>) {
  const body = (a: unknown) => ({
    payloadVersion: 1,
    obligation: { site, shift, day: entry['day'] },
    listId: list,
    listVersion: 3,
    startedAt: '2026-11-19T02:29:40Z',
    submittedAt: '2026-11-19T02:31:05Z',
    deviceSkewMs: 0,
    answers: a,
    declaration: { text: '我已按清单逐项检查，记录属实。', signature: [] },
  })
  return {
    ...entry,
    bodyHash: 'a3f1'.repeat(16),
    link: { seq: 128, hash: 'b2'.repeat(32) },
    items,
    hazards: hazards.slice(0, 1),
    reviews: [
      {
        id: id(500),
        version: 1,
        opinion: 'correction_requested',
        note: '第三项请写明货架位置',
        name: '张建国',
        at: '2026-11-19T08:00:00Z',
      },
    ],
    versions: [
      {
        version: 1,
        receivedAt: '2026-11-19T02:31:08Z',
        officerName: '王晓明',
        body: body(answers()),
        changed: [],
      },
      {
        version: 2,
        receivedAt: '2026-11-19T09:10:00Z',
        officerName: '王晓明',
        why: '第三项点错，实际发现过期',
        body: body(answers(true)),
        changed: [items[2]?.id],
      },
    ],
  }
}

export function entry(n: number, d: string, more: object = {}) {
  return {
    id: id(300 + n),
    day: d,
    site,
    siteName: '城南门店',
    shift,
    shiftName: '全天',
    version: 1,
    outcome: 'zero_risk',
    bulk: true,
    passed: 4,
    failed: 0,
    notApplicable: 2,
    lateness: 'on_time',
    officerName: '王晓明',
    startedAt: `${d}T02:29:40Z`,
    submittedAt: `${d}T02:31:05Z`,
    receivedAt: `${d}T02:31:08Z`,
    ...more,
  }
}
export const dailies = [
  entry(6, '2026-11-21'),
  entry(2, '2026-11-20', { lateness: 'backfilled' }),
  entry(1, '2026-11-19', { outcome: 'hazards', failed: 1, passed: 3, version: 2 }),
  entry(3, '2026-11-18', { lateness: 'arrived_late' }),
  entry(4, '2026-11-17'),
]

export const week = [
  day('2026-11-17', 'done', { outcome: 'zero_risk', lateness: 'on_time', record: id(304) }),
  day('2026-11-18', 'done', { outcome: 'zero_risk', lateness: 'arrived_late', record: id(303) }),
  day('2026-11-19', 'done', { outcome: 'hazards', lateness: 'on_time', record: id(301) }),
  day('2026-11-20', 'done', { outcome: 'zero_risk', lateness: 'backfilled', record: id(302) }),
  day('2026-11-21', 'done', { outcome: 'zero_risk', lateness: 'on_time', record: id(306) }),
  day('2026-11-22', 'missed'),
]
