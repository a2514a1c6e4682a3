// One enterprise as its officer sees it.

import { hazards } from './hazard'
import { office, shift, shop, site } from './people'

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
    sizeGradeSaid: { text: '零售：从业人员6人、营业收入82.5万元；6人达到微型零售单位标准（X＜10人）' },
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
  hazards,
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
    task('1.1', '建立产品质量安全管理制度', '《产品质量安全管理制度》第 2 版现行'),
    task('1.2', '配备质量安全总监和质量安全员', '总监 1 人、质量安全员 1 人在岗'),
    task('1.3', '制定《质量安全总监职责》《质量安全员守则》'),
    task('1.4', '制定《工业产品质量安全风险管控清单》', '第 2 版，24 项，2026年9月1日批准'),
    task('1.5', '建立日管控、周排查、月调度工作制度'),
    task('1.6', '建立健全进货检查验收制度'),
    task('2.1', '检查《每日工业产品质量安全检查记录》', '本月应检 19 次，漏检 1 次'),
    task('2.2', '检查《每周工业产品质量安全排查治理报告》', '本年应有 4 份：已签署 2 份，逾期未签 1 份'),
    task('2.3', '检查《每月工业产品质量安全调度会议纪要》', '应有月调度会议纪要 2 份：已签署 1 份'),
    task('2.4', '检查在日管控、周排查、月调度中发现的质量安全风险隐患整改情况', '未闭环 2 项'),
    task('2.5', '检查质量安全总监和质量安全员培训考核情况', '本年度培训 1 次，2 人有记录'),
    task('3.1', '抽查进货查验、入库验收等信息记录情况'),
    task('3.2', '抽查产品包装标识'),
    task('4.1', '检查配合市场监管部门组织开展的产品质量安全监管工作情况'),
    task('5', '与销售单位明确的关键风险点和风险管控事项'),
  ],
}
