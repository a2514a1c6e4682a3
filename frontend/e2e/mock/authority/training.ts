// A year of item 2.5.

import { account, director, id } from './people'

export const year = {
  year: 2026,
  planVersion: 1,
  plan: { wanted: [], items: [] },
  people: [
    ['李建国', 'director', 2],
    ['王晓明', 'officer', 1],
  ].map(([name, post, passed], n) => ({
    account: id(90 + n),
    name,
    posts: [post],
    wanted: 1200,
    sessionMinutes: 90,
    studyMinutes: n ? 40 : 0,
    testsPassed: passed,
    testsFailed: n,
    needs: n ? ['标识'] : [],
    openReadings: 0,
  })),
  sessions: [
    {
      id: id(30),
      title: '进货查验与标识',
      day: '2026-10-12',
      mode: 'place',
      place: '门店二楼',
      minutes: 90,
      teacher: '李建国',
      topics: ['标识', '台账'],
      state: 'held',
      organiser: director,
      organisedBy: '李建国',
      version: 1,
      organises: false,
      people: [{ account: director, name: '李建国', invited: true, outcome: 'present', version: 1 }],
    },
  ],
  readings: [],
  tests: [
    {
      id: id(31),
      account,
      name: '王晓明',
      title: '标识与台账测试',
      day: '2026-10-20',
      at: '2026-10-20T08:00:00Z',
      byName: '李建国',
      topics: ['标识'],
      full: 100,
      pass: 60,
      score: 52,
      passed: false,
      papers: [{ name: '试卷.pdf', sha256: 'c'.repeat(64) }],
      selfRecorded: false,
      version: 1,
    },
  ],
}
