// What the district sees of its area: who needs it, its offices day by day, its
// enterprises, what it ordered, what was reported to it.

import { now, office, offices, shop, today } from './people'

export const none = {
  due: 0,
  zeroRisk: 0,
  hazards: 0,
  arrivedLate: 0,
  backfilled: 0,
  excused: 0,
  missed: 0,
  open: 0,
}

function officeDay(r: number, d: number) {
  const day = `2026-11-${String(d).padStart(2, '0')}`
  const due = 18 + ((r * 7) % 23)
  if (day > today) return { day, phase: 'coming', counts: none }
  if (day === today) {
    const made = Math.floor(due * (0.5 + (r % 5) / 10))
    return {
      day,
      phase: 'today',
      counts: { ...none, due, zeroRisk: made - 1, hazards: 1, open: due - made, excused: 1 },
    }
  }
  const missed = r === 6 ? (d > 15 ? 6 : 3) : ((r * 13 + d * 7) % 11) - 8
  const gap = Math.max(0, missed)
  return {
    day,
    phase: 'closed',
    counts: {
      ...none,
      due,
      zeroRisk: due - gap - 3,
      hazards: 2,
      arrivedLate: 1,
      excused: 1,
      missed: gap,
    },
  }
}

const needs = [
  ['hazard', '示范罗泾电线电缆有限公司', 6, '重大隐患逾期 4 日未闭环', true],
  ['gap', '示范月浦建材有限公司', 4, '连续 6 日漏检', true],
  ['vacant_post', '示范宝山塑料制品厂', 0, '质量安全总监空缺 12 日', false],
  ['gap', '示范顾村车业有限公司', 7, '连续 3 日漏检', false],
  ['hazard', '示范大场消防器材有限公司', 8, '较大隐患逾期 2 日', false],
  ['vacant_post', '示范杨行包装材料有限公司', 3, '没有在岗的质量安全员', false],
  ['gap', '示范淞南玩具有限公司', 10, '连续 3 日漏检', false],
  ['hazard', '示范高境五金商行', 11, '一般隐患逾期 1 日', false],
  ['agency_deadline', '示范庙行家电商场', 9, '监管人员变动已 4 个工作日未更新', false],
].map(([kind, name, o, words, grave], i) => ({
  kind,
  enterprise: i === 0 ? shop : `01930000-0000-7000-8000-00000000020${i}`,
  name,
  officeName: offices[Number(o)],
  words,
  said: { text: words },
  grave,
}))

export const overview = {
  serverTime: now,
  today,
  month: '2026-11',
  needs,
  needsTotal: needs.length,
  enterprises: 418,
  todayCounts: {
    ...none,
    due: 386,
    zeroRisk: 241,
    hazards: 23,
    arrivedLate: 2,
    excused: 14,
    missed: 3,
    open: 117,
  },
  openHazards: { general: 58, larger: 7, major: 1, overdue: 6 },
  offices: offices.map((name, r) => ({
    agency: office(r),
    name,
    days: Array.from({ length: 30 }, (_, i) => officeDay(r, i + 1)),
  })),
}

const states = [
  'zero_risk',
  'zero_risk',
  'hazards',
  'zero_risk',
  'excused',
  'missed',
  'zero_risk',
  'backfilled',
]

const strip = (shiftBy: number) =>
  Array.from({ length: 30 }, (_, i) => ({
    day: new Date(Date.parse('2026-10-25T12:00:00Z') + i * 86_400_000).toISOString().slice(0, 10),
    state:
      i === 29 ? 'open' : (i * 5 + shiftBy) % 9 > 1 ? 'zero_risk' : states[(i + shiftBy) % states.length],
  }))

export const entries = [
  '示范罗泾电线电缆有限公司',
  '示范宝山塑料制品厂',
  '示范大场消防器材有限公司',
  '示范高境五金商行',
  '示范顾村车业有限公司',
  '示范罗店精密机械厂',
  '示范庙行家电商场',
  '示范淞南玩具有限公司',
  '示范杨行包装材料有限公司',
  '示范月浦建材有限公司',
].map((name, i) => ({
  id: i === 0 ? shop : `01930000-0000-7000-8000-00000000030${i}`,
  name,
  ...(i === 3 ? {} : { identifier: `91310113MA1GK8X${String(i).padStart(2, '0')}T` }),
  officeName: offices[(i * 3) % 13],
  ...(i % 4 === 2 ? {} : { officerName: '陈思远' }),
  sizeGrade: ['D', 'C', 'B', 'D', 'C', 'D', '', 'D', 'C', 'A'][i],
  businesses: i % 3 === 0 ? ['production', 'wholesale'] : ['retail'],
  ...(i === 6 ? {} : { inScope: i !== 7 }),
  hasAccount: i !== 3,
  openHazards: [2, 0, 1, 0, 0, 0, 0, 3, 0, 0][i],
  strip: i === 3 ? strip(0).map((d) => ({ ...d, state: 'none' })) : strip(i),
}))

const order = (n: number, more: object) => ({
  id: `01930000-0000-7000-8000-00000000060${n}`,
  enterprise: shop,
  enterpriseName: '示范罗泾电线电缆有限公司',
  source: 'order',
  number: `虚责改〔2026〕${n}号`,
  severity: 'larger',
  day: '2026-11-10',
  officerName: '陈思远',
  mine: false,
  ...more,
})

export const orders = [
  order(1, {
    description: '未建立进货查验记录制度',
    state: 'verified',
    due: '2026-11-30T15:59:00Z',
    mine: true,
    officerName: '周岚',
  }),
  order(2, { description: '仓库内不合格品未隔离存放', state: 'planned', due: '2026-11-20T15:59:00Z' }),
  order(3, {
    description: 'BV 2.5 电线导体电阻不合格',
    source: 'spot_check_failed',
    severity: 'major',
    state: 'measured',
    due: '2026-12-05T15:59:00Z',
  }),
]

export const reported = ['reported', 'receipted'].map((state, i) => ({
  id: `01930000-0000-7000-8000-00000000061${i}`,
  enterprise: shop,
  enterpriseName: '示范罗泾电线电缆有限公司',
  kind: i ? 'price' : 'counterfeit',
  product: i ? '插座' : '电线',
  state,
  at: `2026-11-${20 - i}T02:00:00Z`,
}))
