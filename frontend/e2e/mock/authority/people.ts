// The district, its offices and the people in them: made-up names.

export const district = '01930000-0000-7000-8000-0000000000d1'
export const shop = '01930000-0000-7000-8000-0000000000b1'
export const today = '2026-11-23'
export const now = '2026-11-23T02:42:00Z'
export const office = (i: number) => `01930000-0000-7000-8000-0000000001${String(i).padStart(2, '0')}`
export const site = '01930000-0000-7000-8000-000000000051'
export const shift = '01930000-0000-7000-8000-000000000052'
/** Of what one enterprise holds. */
export const id = (n: number) => `01930000-0000-7000-8000-0000000007${String(n).padStart(2, '0')}`
export const account = id(90)
export const director = id(91)

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
  'document.area.pack',
  'errand.area.read',
  'hazard.order.close',
  'goods.receipt',
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

export const audit = ['foundEnterprise', 'openAccount', 'assignEnterprise', 'excuseDay', 'addMember'].map(
  (operation, i) => ({
    id: `01930000-0000-7000-8000-00000000092${i}`,
    at: `2026-11-${22 - i}T03:1${i}:20Z`,
    name: i % 2 ? '陈思远' : '周岚',
    operation,
    outcome: i === 3 ? 'refused' : 'done',
    address: `10.1.8.${20 + i}`,
  }),
)
