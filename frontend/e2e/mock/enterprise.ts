// A server of one enterprise, just enough to look at its pages and walk them.
// It forgets everything with the page.
import { createHash } from 'node:crypto'
import type { Page, Route } from '@playwright/test'
import { enterprise, problem, session } from '../page'

const id = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const site = id(11)
export const shift = id(12)
export const list = id(13)
export const today = '2026-11-23'
const now = '2026-11-23T02:00:00Z'

const everyPermission = [
  'enterprise.read enterprise.edit enterprise.business.report enterprise.site.edit enterprise.product.edit',
  'appointment.read appointment.make appointment.end appointment.deputise appointment.resign appointment.letter appointment.answer',
  'appointment.matrix.edit',
  'risklist.read risklist.draft risklist.approve obligation.read obligation.pattern.edit',
  'obligation.suspension.file obligation.suspension.sign record.daily.read record.daily.submit record.daily.correct',
  'record.daily.review photo.read photo.upload hazard.read hazard.advance ledger.export ledger.receipt',
  'regulator.look.read audit.read',
].flatMap((line) => line.split(' '))

const row = (n: number, step: string, measure: string, risk: string, more: object = {}) => ({
  id: id(100 + n),
  code: `S${String(n).padStart(3, '0')}`,
  category: '通用',
  step,
  measure,
  risk,
  frequency: '每日',
  rhythm: 'daily',
  batch: false,
  post: 'officer',
  basis: '《销》5',
  verified: false,
  source: 'template',
  ...more,
})
export const items = [
  row(1, '进货', '核对到货产品的合格证明、许可证编号和标签是否齐全一致', '进货未查验，混入无证产品', {
    batch: true,
    frequency: '每批',
  }),
  row(2, '进货', '进货台账当日登记：供货者、名称、规格、数量、日期', '台账缺失，无法追溯', {
    batch: true,
    frequency: '每批',
  }),
  row(3, '陈列与储存', '抽看货架产品是否在保质期内、包装有无破损', '销售过期或破损产品'),
  row(4, '陈列与储存', '防潮、防晒、离地离墙，易燃品单独存放', '储存不当导致质量变化'),
  row(5, '标识', '价签、产品名称、执行标准与实物一致', '标识不符，误导消费者'),
  row(6, '销售', '不合格、召回、下架的产品已移出销售区', '不合格品流入销售'),
]
const measured = row(7, '陈列与储存', '查看冷柜温度并记录', '温度超限', {
  measured: { unit: '℃', min: 0, max: 8 },
})

const opens = '2026-11-23T00:00:00Z'
const due = '2026-11-23T12:00:00Z'
const day = (d: string, state: string, more: object = {}) => ({
  day: d,
  site,
  shift,
  state,
  opens,
  due,
  ...more,
})

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

const hazards = [
  {
    n: 1,
    description: '3 号货架两袋腻子粉已过保质期',
    severity: 'larger',
    state: 'found',
    due: '2026-11-22T15:59:00Z',
  },
  {
    n: 2,
    description: '电热毯标签执行标准号漏印',
    severity: 'general',
    state: 'measured',
    due: '2026-11-24T15:59:00Z',
  },
  {
    n: 3,
    description: '燃气软管与热水器混放，未分区',
    severity: 'major',
    state: 'rectified',
    due: '2026-11-28T15:59:00Z',
  },
  {
    n: 4,
    description: '进货台账缺 11 月 2 日一批',
    severity: 'general',
    state: 'found',
    due: '2026-12-10T15:59:00Z',
  },
  {
    n: 5,
    description: '价签与实物不一致',
    severity: 'general',
    state: 'closed',
    due: '2026-11-10T15:59:00Z',
    closedAt: '2026-11-08T03:00:00Z',
  },
].map(({ n, ...h }) => ({
  source: 'check',
  foundAgain: 0,
  recurrences: 0,
  contained: 0,
  toReport: false,
  mine: n !== 3,
  id: id(200 + n),
  day: '2026-11-19',
  site,
  siteName: '城南门店',
  itemCode: 'S003',
  record: id(301),
  openedAt: '2026-11-19T02:31:00Z',
  openedName: '王晓明',
  ...h,
}))

function step(n: number, kind: string, note: string, more: object = {}) {
  return {
    id: id(400 + n),
    number: n,
    kind,
    note,
    photos: [],
    selfVerified: false,
    name: '王晓明',
    at: '2026-11-19T02:31:00Z',
    ...more,
  }
}

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

function daily(entry: Record<string, unknown>) {
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

function entry(n: number, d: string, more: object = {}) {
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
const dailies = [
  entry(6, '2026-11-21'),
  entry(2, '2026-11-20', { lateness: 'backfilled' }),
  entry(1, '2026-11-19', { outcome: 'hazards', failed: 1, passed: 3, version: 2 }),
  entry(3, '2026-11-18', { lateness: 'arrived_late' }),
  entry(4, '2026-11-17'),
]

const week = [
  day('2026-11-17', 'done', { outcome: 'zero_risk', lateness: 'on_time', record: id(304) }),
  day('2026-11-18', 'done', { outcome: 'zero_risk', lateness: 'arrived_late', record: id(303) }),
  day('2026-11-19', 'done', { outcome: 'hazards', lateness: 'on_time', record: id(301) }),
  day('2026-11-20', 'done', { outcome: 'zero_risk', lateness: 'backfilled', record: id(302) }),
  day('2026-11-21', 'done', { outcome: 'zero_risk', lateness: 'on_time', record: id(306) }),
  day('2026-11-22', 'missed'),
]

const archive = {
  id: enterprise,
  name: '上海罗店精密机械厂',
  identifier: { kind: 'uscc', value: '91310113MA1GK12345' },
  address: '宝山区罗店镇罗太路 100 号',
  legalRepresentative: '李国强',
  contact: '李国强',
  phone: '021-5686 0000',
  inScope: true,
  operatingState: 'open',
  origin: 'registration',
  begunOn: '2026-09-01',
  sizeGrade: 'D',
  sizeGradeWords:
    '零售：从业人员6人、营业收入未知；6人属于微型零售单位标准（X＜10人），仅按从业人员定为D级，补填营业收入后可能升高',
  businesses: [{ kind: 'retail', headcount: 6, year: 2025, basis: 'self_declared' }],
  sites: [{ id: site, kind: 'store', name: '城南门店', address: '罗太路 100 号', openedOn: '2026-09-01' }],
  products: [
    { id: id(21), name: '电热毯', category: '家用电器', regime: 'ccc', certificate: '2024010801234567' },
  ],
  office: '罗店市场监管所',
  officerName: '陈静',
  revision: 3,
}

const riskList = {
  id: list,
  version: 3,
  state: 'approved',
  items: [
    ...items,
    row(8, '制度与人员', '核对培训计划与实际参训', '培训未落实', {
      rhythm: 'monthly',
      post: 'director',
      frequency: '每月',
    }),
    row(9, '售后', '汇总本周投诉与退换货', '投诉未处理', {
      rhythm: 'weekly',
      post: 'director',
      frequency: '每周',
      source: 'own',
      basis: '',
    }),
  ],
  dailyItems: items.length,
  draftedName: '张建国',
  draftedAt: '2026-10-01T02:00:00Z',
  approvedName: '李国强',
  approvedAt: '2026-10-02T02:00:00Z',
  effectiveDay: '2026-10-02',
  revision: 5,
}

function person(n: number, personName: string, post: string, more: object = {}) {
  return {
    id: id(600 + n),
    account: n === 3 ? id(0xa1) : id(610 + n),
    personName,
    post,
    employment: 'full_time',
    sites: [],
    products: [],
    state: 'inOffice' in more ? 'ended' : 'in_office',
    veto: true,
    report: true,
    from: '2026-09-01T02:00:00Z',
    inOffice: true,
    concurrent: false,
    ...more,
  }
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
        person(4, '李丽', 'officer', { deputyOf: id(603), until: '2026-11-25T15:59:59Z' }),
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
        { grade: 'D', words: archive.sizeGradeWords, from: '2026-09-02T02:00:00Z' },
        { grade: '', words: '零售：从业人员数未知、营业收入未知；暂不分级', from: '2026-09-01T02:00:00Z' },
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
        const h = hazards.find((x) => path.endsWith(x.id)) ?? hazards[0]
        return route.fulfill({
          json: {
            ...h,
            selfVerify: true,
            next:
              h?.state === 'rectified'
                ? ['verified', 'sent_back']
                : h?.state === 'found'
                  ? ['measure']
                  : ['rectified'],
            containments: [],
            steps: [
              step(1, 'found', h?.description ?? ''),
              step(2, 'measure', '已下架封存，通知供货商', { at: '2026-11-19T03:10:00Z' }),
              ...(h?.state === 'rectified'
                ? [
                    step(3, 'rectified', '更换标签，重新核对全部货架', {
                      name: '李丽',
                      at: '2026-11-21T03:10:00Z',
                    }),
                  ]
                : []),
            ],
          },
        })
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
    return route.fulfill({ json: path.includes('risk-list') ? riskList : {} })
  })
  return sent
}
