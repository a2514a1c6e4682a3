// The daily checks of November as item 2.1 shows them.

import { hazard } from './hazard'
import { shift, site, today } from './people'

const marks = ['z', 'z', 'h', 'z', 'r', 'm', 'z', 'l', 'b', 'z']

const days = Array.from({ length: 24 }, (_, i) => {
  const d = i + 1
  const day = `2026-11-${String(d).padStart(2, '0')}`
  const base = { day, site, shift, opens: `${day}T00:00:00Z`, due: `${day}T12:00:00Z` }
  if (day > today) return { ...base, state: 'coming' }
  if (day === today) return { ...base, state: 'open' }
  const m = marks[(d * 3) % marks.length]
  if (m === 'r') return { ...base, state: 'excused', excuse: 'business_stop' }
  if (m === 'm') return { ...base, state: 'missed' }
  return {
    ...base,
    state: 'done',
    outcome: m === 'h' || m === 'b' ? 'hazards' : 'zero_risk',
    lateness: m === 'l' ? 'arrived_late' : m === 'b' ? 'backfilled' : 'on_time',
    record: `01930000-0000-7000-8000-0000000004${String(d).padStart(2, '0')}`,
  }
}).filter((d) => !['2026-11-08', '2026-11-15'].includes(d.day))

const entry = (d: (typeof days)[number] & { record?: string; outcome?: string; lateness?: string }) => ({
  id: d.record,
  day: d.day,
  site,
  siteName: '牡丹江路门店',
  shift,
  shiftName: '全天',
  version: d.day === '2026-11-21' ? 2 : 1,
  outcome: d.outcome,
  bulk: d.outcome === 'zero_risk',
  passed: d.outcome === 'zero_risk' ? 6 : 5,
  failed: d.outcome === 'zero_risk' ? 0 : 1,
  notApplicable: 1,
  lateness: d.lateness,
  officerName: '王晓明',
  startedAt: `${d.day}T01:12:08Z`,
  submittedAt: `${d.day}T01:12:51Z`,
  receivedAt: `${d.day}T01:12:53Z`,
})

const facts =
  '2026年11月应检 19 次：按时 13 次（其中有隐患 2 次），迟到送达 2 次，补录 2 次，漏检 1 次；停业 2 日不计；尚未到期 1 次。'

export const dailies = {
  month: '2026-11',
  days,
  counts: {
    due: 19,
    zeroRisk: 11,
    hazards: 2,
    arrivedLate: 2,
    backfilled: 2,
    excused: 2,
    missed: 1,
    open: 1,
  },
  records: days
    .filter((d) => 'record' in d)
    .map((d) => entry(d))
    .sort((a, b) => (a.day < b.day ? 1 : -1)),
  facts,
  said: { text: facts },
}

const item = (n: number, measure: string) => ({
  id: `01930000-0000-7000-8000-00000000050${n}`,
  code: `XS-0${n}`,
  category: '电线电缆',
  step: '进货查验',
  risk: '证书',
  measure,
  frequency: '每日',
  rhythm: 'daily',
  batch: n === 1,
  post: 'officer',
  verified: false,
  source: 'template',
})

const items = [
  item(1, '进货查验记录、合格证明齐全'),
  item(2, '在售电线电缆标注厂名、厂址和执行标准'),
  item(3, 'CCC 标志清晰，证书在有效期内'),
  item(4, '不合格品单独存放并有处置记录'),
  item(5, '库房干燥，成卷产品离地存放'),
  item(6, '销售台账可追溯到批次'),
  item(7, '消费者投诉当日登记'),
]

export function daily(record: string, origin: (typeof dailies.records)[number]) {
  const bad = origin.outcome === 'hazards'
  const answers = items.map((x, i) => ({
    item: x.id,
    verdict: bad && i === 2 ? 'fail' : i === 6 ? 'na' : 'pass',
    ...(bad && i === 2
      ? {
          note: 'BV 2.5 电线两盘标志模糊，无法辨认证书编号。',
          measure: '已下架并单独存放，联系供货商退换。',
          severity: 'general',
          photos: ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)],
        }
      : {}),
    ...(i > 2 && i < 6 ? { bulk: 'rest_pass' } : {}),
  }))
  const body = {
    payloadVersion: 1,
    obligation: { site, shift, day: origin.day },
    listId: site,
    listVersion: 2,
    startedAt: origin.startedAt,
    submittedAt: origin.submittedAt,
    deviceSkewMs: 0,
    answers,
    ...(origin.lateness === 'backfilled' ? { reason: '当日门店停电，次日补记。' } : {}),
    declaration: {
      text: '本人已按风险管控清单逐项检查，以上属实。',
      signature: [
        [120, 210, 180, 120, 260, 250, 330, 130, 390, 250],
        [420, 140, 560, 230, 640, 120, 820, 240],
      ],
    },
  }
  const version = (n: number) => ({
    version: n,
    receivedAt: origin.receivedAt,
    officerName: '王晓明',
    body,
    changed: n > 1 ? [items[3]?.id] : [],
    ...(n > 1 ? { why: '第 4 项点错' } : {}),
  })
  return {
    ...origin,
    id: record,
    bodyHash: '9f2c41d07be3a8860c5d1f7a62b94e0d3a5c8817f06e2b4d9c7a1e5f3b8d2046',
    versions: Array.from({ length: origin.version }, (_, i) => version(i + 1)),
    items,
    reviews: [
      {
        id: site,
        version: 1,
        opinion: 'accepted',
        name: '李建国',
        at: `${origin.day}T08:30:00Z`,
      },
    ],
    hazards: bad ? [{ ...hazard, itemCode: 'XS-03', state: 'rectified' }] : [],
    link: { seq: 214, hash: 'x' },
  }
}

export const photo = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#6b7780"/><circle cx="320" cy="240" r="130" fill="#2b353d"/><circle cx="320" cy="240" r="52" fill="#a8553c"/></svg>`
