// Hazards in every state, and the steps of one.
import { id, site } from './shop'

export const hazards = [
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

/** A hazard with its course, by the end of its path. */
export function hazardAt(path: string) {
  const h = hazards.find((x) => path.endsWith(x.id)) ?? hazards[0]
  const next: Record<string, string[]> = { rectified: ['verified', 'sent_back'], found: ['measure'] }
  return {
    ...h,
    selfVerify: true,
    next: next[h?.state ?? ''] ?? ['rectified'],
    containments: [],
    steps: [
      step(1, 'found', h?.description ?? ''),
      step(2, 'measure', '已下架封存，通知供货商', { at: '2026-11-19T03:10:00Z' }),
      ...(h?.state === 'rectified'
        ? [step(3, 'rectified', '更换标签，重新核对全部货架', { name: '李丽', at: '2026-11-21T03:10:00Z' })]
        : []),
    ],
  }
}
