import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  daysOfMonth,
  formatInstant,
  formatWeekday,
  shanghaiDay,
  weekday,
  weekNumber,
} from './day'

describe('day', () => {
  it('takes the calendar day of Shanghai, whatever zone the device is in', () => {
    expect(shanghaiDay(Date.parse('2026-11-22T15:59:59Z'))).toBe('2026-11-22')
    expect(shanghaiDay(Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-23')
  })

  it('walks over month and year ends', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(daysBetween('2026-11-23', '2026-12-01')).toBe(8)
    expect(daysOfMonth('2026-02')).toHaveLength(28)
  })

  it('counts weeks from Monday, as ISO does', () => {
    expect(weekday('2026-11-23')).toBe(0)
    expect(weekday('2026-11-22')).toBe(6)
    expect(weekNumber('2026-11-23')).toBe(48)
    expect(weekNumber('2027-01-01')).toBe(53)
  })

  it('shows instants by the wall clock of Shanghai', () => {
    expect(formatInstant('2026-11-23T16:30:05Z')).toBe('11-24 00:30')
    expect(formatWeekday('2026-11-23', 'zh-CN', true)).toBe('一')
    expect(formatWeekday('2026-11-23', 'zh-CN')).toBe('星期一')
  })
})
