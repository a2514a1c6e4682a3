// The certificates that the enterprise has entered.

import { id } from './people'

const licence = (n: number, kindName: string, state: string, more: object = {}) => ({
  id: id(n),
  kind: 'other',
  kindName,
  number: `虚证字 ${n} 号`,
  issuer: '示范市场监督管理局',
  from: '2022-03-01',
  until: '2027-02-28',
  daysLeft: 462,
  state,
  version: 1,
  enteredBy: '赵立新',
  enteredAt: '2026-05-06T01:00:00Z',
  ...more,
})
export const licences = {
  items: [
    licence(50, 'CCC 证书', 'near', { until: '2026-12-10', daysLeft: 17 }),
    licence(51, '工业产品生产许可证', 'valid'),
    licence(52, '检定证书', 'withdrawn', { holder: '卡尺', withdrawal: 'unused', reason: '已换新' }),
  ],
  kinds: [],
  products: [{ product: id(53), name: '插座', regime: 'ccc', state: 'none', licences: [] }],
  selfChecks: [
    {
      year: 2025,
      published: '2026-03-12',
      where: '门店公示栏',
      report: { name: '自查报告.pdf', sha256: 'd'.repeat(64), size: 1024, media: 'application/pdf' },
      version: 1,
      byName: '赵立新',
      at: '2026-03-12T02:00:00Z',
    },
  ],
  selfCheckNote: '',
  selfCheckYears: [],
}
