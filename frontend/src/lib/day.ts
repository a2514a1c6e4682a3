// Business days and instants as people here read them. A business day is a
// plain "2026-11-23" that the server served; nothing in this file asks the
// device what day it is, except shanghaiDay, whose caller brings the instant.

export type Locale = 'zh-CN' | 'en'

const zone = 'Asia/Shanghai'

/** The calendar day in Shanghai at an instant (ms since 1970). */
export function shanghaiDay(ms: number): string {
  return new Date(ms).toLocaleDateString('sv-SE', { timeZone: zone })
}

/** The last day in Shanghai before a deadline runs out: midnight belongs to the day that it ends. */
export function dueDay(instant: string): string {
  return shanghaiDay(Date.parse(instant) - 1)
}

/** Noon UTC of a day: the same calendar day in every zone we format in. */
function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

export function addDays(day: string, n: number): string {
  return new Date(noon(day).getTime() + n * 86_400_000).toISOString().slice(0, 10)
}

/** Days from a to b; negative if b is earlier. */
export function daysBetween(a: string, b: string): number {
  return Math.round((noon(b).getTime() - noon(a).getTime()) / 86_400_000)
}

/** 0 = Monday … 6 = Sunday. */
export function weekday(day: string): number {
  return (noon(day).getUTCDay() + 6) % 7
}

/** ISO 8601 week number. */
export function weekNumber(day: string): number {
  const thursday = addDays(day, 3 - weekday(day))
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7)
}

/** ISO 8601 week, as the server names it: 2026-W53 holds 1 January 2027. */
export function weekOfDay(day: string): string {
  return `${addDays(day, 3 - weekday(day)).slice(0, 4)}-W${String(weekNumber(day)).padStart(2, '0')}`
}

export function monthOf(day: string): string {
  return day.slice(0, 7)
}

export function addMonths(month: string, n: number): string {
  const [y = 0, m = 1] = month.split('-').map(Number)
  const at = y * 12 + (m - 1) + n
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** All days of a month ("2026-11"), in order. */
export function daysOfMonth(month: string): string[] {
  const first = `${month}-01`
  const count = daysBetween(first, `${addMonths(month, 1)}-01`)
  return Array.from({ length: count }, (_, i) => addDays(first, i))
}

export function dayNumber(day: string): number {
  return Number(day.slice(8))
}

/** 11月23日 / Nov 23 */
export function formatDay(day: string, locale: Locale): string {
  return noon(day).toLocaleDateString(locale, {
    timeZone: 'UTC',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
  })
}

/** 2026年11月23日 / 23 November 2026 */
export function formatLongDay(day: string, locale: Locale): string {
  return noon(day).toLocaleDateString(locale === 'en' ? 'en-GB' : locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  })
}

/** 2026年11月 / November 2026 */
export function formatMonth(month: string, locale: Locale): string {
  return noon(`${month}-01`).toLocaleDateString(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' })
}

/** 星期一 / Monday; short: 一 / Mon */
export function formatWeekday(day: string, locale: Locale, short = false): string {
  const width = short ? (locale === 'en' ? 'short' : 'narrow') : 'long'
  return noon(day).toLocaleDateString(locale, { timeZone: 'UTC', weekday: width })
}

/** An instant of the server ("2026-11-23T02:42:18Z"), as the clock on the wall in Shanghai: 11-23 10:42 */
export function formatInstant(instant: string, seconds = false): string {
  const at = new Date(instant)
  const day = at.toLocaleDateString('sv-SE', { timeZone: zone })
  return `${day.slice(5)} ${formatTime(instant, seconds)}`
}

/** The instant of a time entered in Shanghai: "2026-11-23T10:42" → "2026-11-23T02:42:00.000Z". */
export function instantOf(entered: string): string {
  return new Date(`${entered}:00+08:00`).toISOString()
}

/** 10:42, in Shanghai. */
export function formatTime(instant: string | number, seconds = false): string {
  return new Date(instant).toLocaleTimeString('sv-SE', { timeZone: zone }).slice(0, seconds ? 8 : 5)
}
