// The shop that the mocks tell of: its places, its list, its people.
import { enterprise } from '../page'

export const id = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const site = id(11)
export const shift = id(12)
export const list = id(13)
export const today = '2026-11-23'
export const now = '2026-11-23T02:00:00Z'

export const row = (n: number, step: string, measure: string, risk: string, more: object = {}) => ({
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
export const measured = row(7, '陈列与储存', '查看冷柜温度并记录', '温度超限', {
  measured: { unit: '℃', min: 0, max: 8 },
})

const opens = '2026-11-23T00:00:00Z'
const due = '2026-11-23T12:00:00Z'
export const day = (d: string, state: string, more: object = {}) => ({
  day: d,
  site,
  shift,
  state,
  opens,
  due,
  ...more,
})

const graded =
  '零售：从业人员6人、营业收入未知；6人属于微型零售单位标准（X＜10人），仅按从业人员定为D级，补填营业收入后可能升高'

export const archive = {
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
  sizeGradeWords: graded,
  sizeGradeSaid: { text: graded },
  businesses: [{ kind: 'retail', headcount: 6, year: 2025, basis: 'self_declared' }],
  sites: [{ id: site, kind: 'store', name: '城南门店', address: '罗太路 100 号', openedOn: '2026-09-01' }],
  products: [
    { id: id(21), name: '电热毯', category: '家用电器', regime: 'ccc', certificate: '2024010801234567' },
  ],
  office: '罗店市场监管所',
  officerName: '陈静',
  revision: 3,
}

export const riskList = {
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

export function person(n: number, personName: string, post: string, more: object = {}) {
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
