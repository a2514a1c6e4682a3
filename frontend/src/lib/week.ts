// Weeks as people speak of them. "2026-W40" is a name for machines.

import { addDays, formatDay, type Locale, weekday } from './day'

/** The first day of an ISO 8601 week: 4 January lies in week 1. */
export function firstOfWeek(week: string): string {
  const fourth = `${week.slice(0, 4)}-01-04`
  return addDays(fourth, 7 * (Number(week.slice(6)) - 1) - weekday(fourth))
}

/** A day of a week of `year`, with its own year where that is another. */
function dayIn(year: string, day: string, locale: Locale): string {
  const own = day.slice(0, 4)
  if (locale !== 'en') return `${own === year ? '' : `${own}年`}${formatDay(day, locale)}`
  // A browser's own British months are "Sept" in some and "Sep" in others.
  const month = new Date(`${day}T12:00:00Z`).toLocaleDateString('en-US', { timeZone: 'UTC', month: 'short' })
  return `${Number(day.slice(8))} ${month}${own === year ? '' : ` ${own}`}`
}

/** 9月28日—10月4日 / 28 Sep – 4 Oct */
export function formatWeekSpan(week: string, locale: Locale): string {
  const first = firstOfWeek(week)
  const [from, to] = [first, addDays(first, 6)].map((d) => dayIn(week.slice(0, 4), d, locale))
  return [from, to].join(locale === 'en' ? ' – ' : '—')
}

/**
 * 2026年第40周（9月28日—10月4日） / Week 40, 2026 (28 Sep – 4 Oct). At the year's edge
 * the day of the other year says so: 2026年第53周（12月28日—2027年1月3日）.
 */
export function formatWeek(week: string, locale: Locale): string {
  const [year, n] = [week.slice(0, 4), Number(week.slice(6))]
  const span = formatWeekSpan(week, locale)
  return locale === 'en' ? `Week ${n}, ${year} (${span})` : `${year}年第${n}周（${span}）`
}

/** Any text that may be the name of a week: in words if it is. */
export function speakOfWeek(text: string, locale: Locale): string {
  return /^\d{4}-W\d{2}$/.test(text) ? formatWeek(text, locale) : text
}
