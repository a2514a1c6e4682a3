import { describe, expect, it } from 'vitest'
import { addDays, weekOfDay } from './day'
import { firstOfWeek, formatWeek, speakOfWeek } from './week'

describe('weeks in words', () => {
  it.each([
    ['2026-W40', '2026年第40周（9月28日—10月4日）', 'Week 40, 2026 (28 Sep – 4 Oct)'],
    ['2026-W01', '2026年第1周（2025年12月29日—1月4日）', 'Week 1, 2026 (29 Dec 2025 – 4 Jan)'],
    ['2026-W53', '2026年第53周（12月28日—2027年1月3日）', 'Week 53, 2026 (28 Dec – 3 Jan 2027)'],
    ['2027-W01', '2027年第1周（1月4日—1月10日）', 'Week 1, 2027 (4 Jan – 10 Jan)'],
    ['2027-W52', '2027年第52周（12月27日—2028年1月2日）', 'Week 52, 2027 (27 Dec – 2 Jan 2028)'],
  ])('%s', (week, zh, en) => {
    expect(formatWeek(week, 'zh-CN')).toBe(zh)
    expect(formatWeek(week, 'en')).toBe(en)
  })
  it('begins on the Monday of the week that the day is in', () => {
    for (let day = '2020-01-01'; day < '2033-01-01'; day = addDays(day, 1)) {
      const first = firstOfWeek(weekOfDay(day))
      expect(first <= day && day < addDays(first, 7), day).toBe(true)
    }
  })
  it('leaves other texts alone', () => {
    expect(speakOfWeek('2026-11', 'en')).toBe('2026-11')
    expect(speakOfWeek('2026-W40', 'zh-CN')).toBe('2026年第40周（9月28日—10月4日）')
  })
})
