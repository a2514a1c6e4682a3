// What was asked for in the district's name.

import { id, shop } from './people'

export const packs = [
  {
    id: id(40),
    kind: 'pack',
    title: '迎检自证包 2026-10-25 至 2026-11-23',
    enterprise: shop,
    enterpriseName: '示范罗泾电线电缆有限公司',
    askedName: '周岚',
    askedAt: '2026-11-22T02:00:00Z',
    state: 'done',
    stage: 'contents',
    progress: 1,
    total: 1,
    endedAt: '2026-11-22T02:01:00Z',
    expiresAt: '2026-11-29T02:00:00Z',
    result: { name: '迎检自证包.zip', media: 'application/zip', size: 1843200, sha256: 'c'.repeat(64) },
  },
]
