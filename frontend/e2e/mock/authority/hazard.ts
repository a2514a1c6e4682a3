// The hazards that item 2.4 shows.

import { shift, site } from './people'

export const hazard = {
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

export const hazards = [
  hazard,
  {
    ...hazard,
    id: shift,
    severity: 'general',
    description: '库房一处渗水，纸箱受潮',
    day: '2026-11-20',
    state: 'found',
  },
]
