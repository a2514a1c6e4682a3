import type { Page, Route } from '@playwright/test'

// A district with thirteen offices as the server would tell of it: made-up
// names, plain numbers.

export const district = '01930000-0000-7000-8000-0000000000d1'
export const shop = '01930000-0000-7000-8000-0000000000b1'
export const today = '2026-11-23'
const now = '2026-11-23T02:42:00Z'
const office = (i: number) => `01930000-0000-7000-8000-0000000001${String(i).padStart(2, '0')}`
const site = '01930000-0000-7000-8000-000000000051'
const shift = '01930000-0000-7000-8000-000000000052'

export const offices = [
  '友谊路所',
  '吴淞所',
  '张庙所',
  '杨行所',
  '月浦所',
  '罗店所',
  '罗泾所',
  '顾村所',
  '大场所',
  '庙行所',
  '淞南所',
  '高境所',
  '高新园区所',
]

const permissions = [
  'area.read',
  'inspection.read',
  'inspection.export',
  'enterprise.found',
  'enterprise.open_account',
  'enterprise.assign',
  'obligation.excuse',
  'regulator.member.read',
  'regulator.member.edit',
  'regulator.audit.read',
]

export function chief() {
  return {
    accessToken: 'token',
    expiresAt: '2026-11-23T03:00:00Z',
    serverTime: now,
    mustChangePassword: false,
    me: {
      account: '01930000-0000-7000-8000-0000000000a2',
      login: 'zhou',
      name: '周岚',
      memberships: [
        {
          side: 'agency',
          id: district,
          name: '示范区市场监管局',
          level: 'district',
          roles: ['supervisor', 'chief'],
          permissions,
        },
      ],
    },
  }
}

const none = {
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
  facts:
    '2026年11月应检 19 次：按时 13 次（其中有隐患 2 次），迟到送达 2 次，补录 2 次，漏检 1 次；停业 2 日不计；尚未到期 1 次。',
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

const hazard = {
  id: '01930000-0000-7000-8000-000000000061',
  day: '2026-11-14',
  site,
  siteName: '牡丹江路门店',
  itemCode: 'XS-03',
  severity: 'major',
  description: 'BV 2.5 电线两盘标志模糊，无法辨认证书编号。',
  state: 'measured',
  openedAt: '2026-11-14T01:12:53Z',
  openedName: '王晓明',
  due: '2026-11-19T15:59:59Z',
}

const task = (code: string, text: string, facts = '') => ({
  code,
  text,
  ready: facts !== '',
  ...(facts ? { facts } : {}),
})

export const inspected = {
  enterprise: {
    id: shop,
    name: '示范罗泾电线电缆有限公司',
    identifier: { kind: 'uscc', value: '91310113MA1GK8XX2T' },
    address: '示范区罗泾镇市一路 18 号',
    legalRepresentative: '赵立新',
    contact: '王晓明',
    phone: '138****2046',
    inScope: true,
    scopeNote: '经营实施强制性产品认证的电线电缆',
    entryReason: 'ccc',
    surveyedOn: '2026-05-18',
    surveyOutcome: '正常经营，已告知两个规定',
    operatingState: 'open',
    origin: 'office',
    begunOn: '2026-05-18',
    sizeGrade: 'D',
    sizeGradeWords: '零售：从业人员6人、营业收入82.5万元；6人达到微型零售单位标准（X＜10人）',
    businesses: [{ kind: 'retail', headcount: 6, revenue: 82.5, year: 2025, basis: 'survey' }],
    sites: [{ id: site, kind: 'store', name: '牡丹江路门店', openedOn: '2026-05-18' }],
    products: [
      {
        id: shift,
        name: '聚氯乙烯绝缘电线',
        category: '电线电缆',
        regime: 'ccc',
        standard: 'GB/T 5023.3',
      },
    ],
    office: '罗泾所',
    officerName: '陈思远',
    revision: 3,
  },
  appointments: [
    ['principal', '赵立新', false],
    ['director', '李建国', false],
    ['officer', '王晓明', false],
  ].map(([post, personName, concurrent], i) => ({
    id: `01930000-0000-7000-8000-00000000070${i}`,
    account: `01930000-0000-7000-8000-00000000080${i}`,
    personName,
    post,
    employment: 'full_time',
    sites: [],
    products: [],
    state: 'in_office',
    from: '2026-05-20T02:00:00Z',
    inOffice: true,
    concurrent,
  })),
  hazards: [
    hazard,
    {
      ...hazard,
      id: shift,
      severity: 'general',
      description: '库房一处渗水，纸箱受潮',
      day: '2026-11-20',
      state: 'found',
    },
  ],
  assignments: [
    { office: office(6), officeName: '罗泾所', officerName: '陈思远', from: '2026-09-01' },
    { office: office(6), officeName: '罗泾所', officerName: '何佳', from: '2026-05-18', until: '2026-08-31' },
  ],
  sizeGrades: [
    {
      grade: 'D',
      words: '零售：从业人员6人、营业收入82.5万元；6人达到微型零售单位标准（X＜10人）',
      from: '2026-05-18T02:00:00Z',
    },
  ],
  listVersions: [
    { version: 2, items: 24, approvedName: '赵立新', approvedAt: '2026-09-01T02:00:00Z', note: '增加库房项' },
    { version: 1, items: 22, approvedName: '赵立新', approvedAt: '2026-05-20T02:00:00Z' },
  ],
  items: [
    task('1.1', '建立产品质量安全管理制度'),
    task('1.2', '配备质量安全总监和质量安全员', '总监 1 人、质量安全员 1 人在岗'),
    task('1.3', '制定《质量安全总监职责》《质量安全员守则》'),
    task('1.4', '制定《工业产品质量安全风险管控清单》', '第 2 版，24 项，2026年9月1日批准'),
    task('1.5', '建立日管控、周排查、月调度工作制度'),
    task('1.6', '建立健全进货检查验收制度'),
    task('2.1', '检查《每日工业产品质量安全检查记录》', '本月应检 19 次，漏检 1 次'),
    task('2.2', '检查《每周工业产品质量安全排查治理报告》'),
    task('2.3', '检查《每月工业产品质量安全调度会议纪要》'),
    task('2.4', '检查在日管控、周排查、月调度中发现的质量安全风险隐患整改情况', '未闭环 2 项'),
    task('2.5', '检查质量安全总监和质量安全员培训考核情况'),
    task('3.1', '抽查进货查验、入库验收等信息记录情况'),
    task('3.2', '抽查产品包装标识'),
    task('4.1', '检查配合市场监管部门组织开展的产品质量安全监管工作情况'),
    task('5', '与销售单位明确的关键风险点和风险管控事项'),
  ],
}

export const members = ['周岚', '陈思远', '何佳', '吴敏'].map((name, i) => ({
  id: `01930000-0000-7000-8000-00000000090${i}`,
  account: i === 0 ? chief().me.account : `01930000-0000-7000-8000-00000000091${i}`,
  name,
  login: ['zhou', 'chensy', 'hejia', 'wumin'][i],
  agency: i === 0 ? district : office(i + 5),
  agencyName: i === 0 ? '示范区市场监管局' : offices[i + 5],
  role: i === 0 ? 'chief' : 'supervisor',
  from: '2026-05-06T01:00:00Z',
}))

const audit = ['foundEnterprise', 'openAccount', 'assignEnterprise', 'excuseDay', 'addMember'].map(
  (operation, i) => ({
    id: `01930000-0000-7000-8000-00000000092${i}`,
    at: `2026-11-${22 - i}T03:1${i}:20Z`,
    name: i % 2 ? '陈思远' : '周岚',
    operation,
    outcome: i === 3 ? 'refused' : 'done',
    address: `10.1.8.${20 + i}`,
  }),
)

const photo = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#6b7780"/><circle cx="320" cy="240" r="130" fill="#2b353d"/><circle cx="320" cy="240" r="52" fill="#a8553c"/></svg>`

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
          : { ...dailies, month, days: [], records: [], counts: none, facts: '这个月没有应检。' },
      )
    }
    const record = /^\/daily\/([^/]+)$/.exec(rest)?.[1]
    const origin = dailies.records.find((x) => x.id === record)
    if (record && origin) return json(r, daily(record, origin))
    if (rest === '/hazards') return json(r, { items: inspected.hazards })
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
