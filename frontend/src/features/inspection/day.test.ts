import { describe, expect, it } from 'vitest'
import type { components } from '@/api/schema.gen'
import { firstDay, inspectedDays, openable, stepDay } from './day'

type Check = components['schemas']['DayState']
const check = (day: string, more: Partial<Check>): Check => ({
  day,
  site: 's',
  shift: 'h',
  state: 'done',
  opens: `${day}T00:00:00Z`,
  due: `${day}T12:00:00Z`,
  ...more,
})

const today = '2026-11-23'
const days = inspectedDays(
  '2026-11',
  [
    check('2026-11-20', { outcome: 'zero_risk', lateness: 'on_time', record: 'r' }),
    check('2026-11-21', { state: 'excused', excuse: 'holiday' }),
    check('2026-11-22', { outcome: 'zero_risk', lateness: 'on_time', record: 'q' }),
    check('2026-11-22', { state: 'missed', shift: 'i' }),
    check('2026-11-23', { state: 'open' }),
    check('2026-11-24', { state: 'coming' }),
  ],
  today,
)
const mark = (day: string) => days.find((d) => d.day === day)?.mark

describe('the inspected month', () => {
  it('tells a day without a check from a declared rest and from a gap', () => {
    expect([mark('2026-11-19'), mark('2026-11-21'), mark('2026-11-22')]).toEqual([null, 'rest', 'missed'])
  })

  it('never calls today or a coming day missed', () => {
    expect([mark('2026-11-23'), mark('2026-11-24'), mark('2026-11-30')]).toEqual([
      'today',
      'future',
      'future',
    ])
  })

  it('begins with the last day that has a record and stops at today', () => {
    expect(firstDay(days, today)).toBe('2026-11-22')
    const open = openable(days, today)
    expect(stepDay(open, '2026-11-23', 1)).toBe('2026-11-23')
    expect(stepDay(open, '2026-11-01', -1)).toBe('2026-11-01')
    expect(stepDay(open, '2026-11-22', -1)).toBe('2026-11-21')
  })
})
