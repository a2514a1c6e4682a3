import { expect, it } from 'vitest'
import type { Draft, OutboxEntry } from '@/offline/types'
import { standingOf, type Today, type TodayCheck, weekOf } from './today'

const key = { site: 's', shift: 'h', day: '2026-11-23' }
const open = { ...key, state: 'open', listId: 'l', listVersion: 1, items: [] } as unknown as TodayCheck

it('says where a check stands on this phone', () => {
  expect(standingOf(open)).toBe('due')
  expect(standingOf({ ...open, listId: undefined } as unknown as TodayCheck)).toBe('noList')
  expect(standingOf(open, { answers: {} } as Draft)).toBe('due')
  expect(standingOf(open, { answers: { a: {} } } as unknown as Draft)).toBe('begun')
  expect(standingOf(open, undefined, { state: 'waiting' } as OutboxEntry)).toBe('waiting')
  expect(standingOf(open, undefined, { state: 'conflict' } as OutboxEntry)).toBe('refused')
  expect(standingOf({ ...open, state: 'done', outcome: 'hazards' })).toBe('hazards')
  expect(standingOf({ ...open, state: 'excused' })).toBe('suspended')
})

it('shows of several duties of a day the one that needs somebody, and a day without duty as rest', () => {
  const d = (day: string, more: object) => ({ day, site: 's', shift: 'h', opens: '', due: '', ...more })
  const today = {
    day: '2026-11-23',
    week: [
      d('2026-11-21', { state: 'done', outcome: 'zero_risk', lateness: 'on_time' }),
      d('2026-11-21', { state: 'missed' }),
      d('2026-11-22', { state: 'done', outcome: 'hazards', lateness: 'on_time' }),
      d('2026-11-23', { state: 'coming' }),
    ],
  } as unknown as Today
  const week = weekOf(today)
  expect(week.map((w) => w.day.slice(8)).join(' ')).toBe('17 18 19 20 21 22 23')
  expect(week.slice(-4).map((w) => w.state)).toEqual(['rest', 'missed', 'hazard', 'today'])
})
