import { expect, it } from 'vitest'
import type { components } from '@/api/schema.gen'
import { dayStateOf } from './dayState'

type Day = components['schemas']['DayState']
const day = (d: Partial<Day>): Day => ({
  day: '2026-11-23',
  site: 's',
  shift: 'h',
  state: 'open',
  opens: '',
  due: '',
  ...d,
})

it('keeps the three kinds of nothing and the two kinds of late apart', () => {
  expect(dayStateOf(day({ state: 'done', outcome: 'zero_risk', lateness: 'on_time' }))).toBe('zero')
  expect(dayStateOf(day({ state: 'done', outcome: 'hazards', lateness: 'on_time' }))).toBe('hazard')
  expect(dayStateOf(day({ state: 'done', outcome: 'zero_risk', lateness: 'arrived_late' }))).toBe('late')
  expect(dayStateOf(day({ state: 'done', outcome: 'hazards', lateness: 'backfilled' }))).toBe('backfill')
  expect(dayStateOf(day({ state: 'excused' }))).toBe('rest')
  expect(dayStateOf(day({ state: 'missed' }))).toBe('missed')
  expect(dayStateOf(day({ state: 'open' }))).toBe('today')
  expect(dayStateOf(day({ state: 'coming' }))).toBe('future')
})
