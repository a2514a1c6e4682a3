import { formatTime, shanghaiDay } from '@/lib/day'

/** The Shanghai day of an instant of the server. */
export function dayOf(instant: string): string {
  return shanghaiDay(Date.parse(instant))
}

/** An instant with its year: 2026-11-23 10:42:18, by the clock on the wall in Shanghai. */
export function stamp(instant: string, seconds = true): string {
  return `${dayOf(instant)} ${formatTime(instant, seconds)}`
}
