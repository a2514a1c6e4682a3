import { expect, it } from 'vitest'
import { anyDue, made, shortOffice, stripOf } from './strip'

it('keeps the three kinds of nothing apart, and a fourth: nothing was due', () => {
  const days = stripOf([
    { day: '2026-11-20', state: 'zero_risk' },
    { day: '2026-11-21', state: 'excused' },
    { day: '2026-11-22', state: 'missed' },
    { day: '2026-11-23', state: 'none' },
  ])
  expect(days.map((d) => d.state)).toEqual(['zero', 'rest', 'missed', 'future'])
})

it('does not speak of a strip in which nothing was due', () => {
  expect(anyDue([{ day: '2026-11-23', state: 'none' }])).toBe(false)
  expect(anyDue([{ day: '2026-11-23', state: 'excused' }])).toBe(true)
})

it('counts a late and a back-filled check as made, an excused one not', () => {
  const none = {
    due: 9,
    zeroRisk: 3,
    hazards: 2,
    arrivedLate: 1,
    backfilled: 1,
    excused: 4,
    missed: 1,
    open: 1,
  }
  expect(made(none)).toBe(7)
})

it('calls an office by its short name and leaves other agencies alone', () => {
  expect(['罗店市场监督管理所', '示范区市场监督管理局', '友谊路所'].map(shortOffice)).toEqual([
    '罗店所',
    '示范区市场监督管理局',
    '友谊路所',
  ])
})
