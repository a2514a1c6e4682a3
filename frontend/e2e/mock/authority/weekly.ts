// The weeks of item 2.2, and one report.

import { id, site } from './people'

const signed = {
  id: id(1),
  version: 2,
  from: '2026-11-09',
  to: '2026-11-15',
  cutoff: '2026-11-15T16:00:00Z',
  lateness: 'on_time',
  name: '李建国',
  posts: ['director'],
  at: '2026-11-16T02:10:00Z',
  missed: 1,
  found: 2,
  open: 1,
  read: { name: '赵立新', at: '2026-11-16T08:00:00Z' },
  unread: false,
}
const week = (n: number, first: string, last: string, state: string, more: object = {}) => ({
  week: `2026-W${n}`,
  state,
  first,
  last,
  due: `${last}T15:59:00Z`,
  ...more,
})
const report = week(46, '2026-11-09', '2026-11-15', 'done', { signed })
const weeks = {
  year: 2026,
  years: [2026],
  items: [
    week(48, '2026-11-23', '2026-11-29', 'open'),
    week(47, '2026-11-16', '2026-11-22', 'missed'),
    report,
    week(45, '2026-11-02', '2026-11-08', 'excused'),
  ],
}
const content = {
  attended: '李建国、王晓明',
  findings: [],
  missed: [{ day: '2026-11-12', shift: site, cause: '当班人员请假，未交接' }],
  analysis: '本周主要问题出在进货查验：供应商临时换批，随货合格证没有跟上。',
  follow: [{ hazard: id(11), class: 'occasional' }],
  unsettled: '未闭环的隐患已隔离存放，整改前不上架。',
  focus: '抽查电线类产品的认证标志。',
}
const found = {
  id: id(11),
  day: '2026-11-14',
  siteName: '牡丹江路门店',
  itemCode: 'XS-03',
  severity: 'larger',
  description: 'BV 2.5 电线两盘标志模糊',
  state: 'measured',
  due: '2026-11-19T15:59:59Z',
  found: true,
  rectified: false,
  closed: false,
  open: true,
  overdue: false,
}
const weekly = {
  ...report,
  figures: {
    from: '2026-11-09',
    to: '2026-11-15',
    counts: [
      ['due', 'check', 7],
      ['zero_risk', 'check', 4],
      ['hazards', 'check', 1],
      ['missed', 'check', 1],
      ['backfilled', 'check', 1],
      ['found', 'hazard', 1],
      ['open', 'hazard', 1],
    ].map(([key, kind, count]) => ({ key, kind, count, state: key })),
    checks: [
      {
        day: '2026-11-12',
        site,
        siteName: '牡丹江路门店',
        shift: site,
        shiftName: '全天',
        column: 'missed',
      },
    ],
    hazards: [found],
    repeats: [{ item: id(12), itemCode: 'XS-03', description: '标志模糊', times: 2 }],
    causes: [],
    unvaried: [],
    unreviewed: [],
  },
  content,
  versions: [
    { version: 1, at: '2026-11-16T02:00:00Z', name: '李建国', posts: ['director'], content },
    { version: 2, at: signed.at, name: '李建国', posts: ['director'], why: '漏检原因写错了', content },
  ],
  bodyHash: 'a'.repeat(64),
  link: { seq: 230, hash: 'x' },
}

/** By the path under the enterprise. */
export const weeklies: Record<string, unknown> = { '/weekly': weeks, [`/weekly/${report.week}`]: weekly }
