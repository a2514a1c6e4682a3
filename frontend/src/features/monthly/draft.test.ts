import { expect, test } from 'vitest'
import { attends, blank, faults, type MonthlyDraft, parse } from './draft'

const people = [
  { account: 'a', name: '甲', posts: ['principal'] },
  { account: 'b', name: '乙', posts: ['director'], attended: '2026-11-30T04:00:00Z' },
  { account: 'c', name: '丙', posts: ['officer'] },
] as MonthlyDraft['invited']
const draft = { invited: people, hears: 'director' } as unknown as MonthlyDraft

test('an empty page lacks everything, and nobody attends by default', () => {
  expect(faults(blank(), draft, 'a')).toEqual([
    'heard',
    'reported',
    'focus',
    'held',
    'mode',
    'recorder',
    'attendance',
  ])
  expect(attends(blank(), people[2]!)).toBeUndefined()
  expect(attends(blank(), people[1]!)).toBe('own')
})

test('a complete page lacks nothing', () => {
  const m = parse('{"place":"店内","mode":"site","extra":1}')
  Object.assign(m, { held: '2026-11-30T10:00', recorder: 'c', heard: 'b', reported: '本月', focus: '下月' })
  m.attendance['c'] = { way: 'absent' }
  expect(faults(m, draft, 'a')).toEqual([])
  m.decisions.push({ id: '1', what: '核对', owner: undefined, due: '2026-12-10' })
  expect(faults(m, draft, 'a')).toEqual(['decisions'])
})

test('who keeps all posts hears nobody and holds no meeting', () => {
  const alone = { invited: [people[0]], hears: '' } as unknown as MonthlyDraft
  const m = { ...blank(), focus: '下月' }
  expect(faults(m, alone, 'a')).toEqual([])
  expect(faults(blank(), alone, 'a')).toEqual(['focus'])
  expect(parse('no json')).toEqual(blank())
})
