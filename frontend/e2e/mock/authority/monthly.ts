// The months of item 2.3, and one's minutes.

import { account, director, id } from './people'

const month = (m: string, state: string, more: object = {}) => ({
  month: m,
  state,
  opens: `${m}-01T00:00:00Z`,
  due: `${m}-28T15:59:00Z`,
  version: 0,
  late: false,
  ...more,
})
const october = month('2026-10', 'done', { record: id(20), version: 1, signedAt: '2026-11-03T07:00:00Z' })
const facts = '应有月调度会议纪要 2 份：已签署 1 份。'
const months = { facts, said: { text: facts }, items: [month('2026-11', 'open'), october] }
const none = { general: 0, larger: 0, major: 0 }
const monthly = {
  ...october,
  number: 'YDD-202610-00A1B2',
  sole: false,
  signedName: '赵立新',
  signedPosts: ['principal'],
  figures: {
    checks: {
      due: 27,
      zeroRisk: 22,
      hazards: 3,
      arrivedLate: 1,
      backfilled: 0,
      excused: 4,
      missed: 1,
      open: 0,
    },
    weeks: [{ week: '2026-W41', state: 'done' }],
    hazards: {
      ...none,
      found: 3,
      closed: 2,
      open: 1,
      overdue: 0,
      sources: [{ code: 'check', n: 3 }],
      causes: [],
      repeats: [{ code: 'XS-03', n: 2 }],
      entries: [],
    },
    resolutions: [
      {
        id: id(21),
        month: '2026-09',
        what: '核对供货商名录',
        owner: director,
        due: '2026-10-20',
        state: 'done',
        note: '已核对 12 家',
      },
    ],
    advices: [],
    adviceCount: 2,
    answered: 2,
    events: [{ kind: 'list', day: '2026-10-08', text: '风险管控清单第 2 版批准' }],
  },
  names: { [account]: '赵立新', [director]: '李建国' },
  invited: [],
  attendance: [{ account: director, way: 'own' }],
  resolutions: [
    {
      id: id(22),
      what: '为收货台配一套标识核对卡',
      owner: director,
      due: '2026-12-10',
      month: '2026-10',
      record: id(20),
      ownerName: '李建国',
      state: 'open',
      steps: [],
      mayReport: false,
      mayReturn: false,
    },
  ],
  versions: [
    {
      version: 1,
      words: {
        heldAt: '2026-11-03T06:00:00Z',
        place: '办公室',
        mode: 'site',
        recorder: director,
        heard: director,
        reported: '本月日管控按班次完成，发现的问题多在进货标识。',
        focus: '抽查电线类产品的认证标志。',
      },
      signedName: '赵立新',
      signedAt: '2026-11-03T07:00:00Z',
      signed: 'hand',
    },
  ],
  mayCorrect: false,
}

export const monthlies: Record<string, unknown> = { '/monthlies': months, [`/monthlies/${id(20)}`]: monthly }
