// Times of a shift as minutes after the midnight on which it starts; more than
// 1440 lies past midnight.

const day = 1440

/** 1320 → "22:00"; 1560 → "02:00" of the next day. */
export function clockOf(minutes: number): string {
  const m = minutes % day
  return `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
}

/** "22:00" → 1320; null if it is no time. */
export function minutesOf(clock: string): number | null {
  const m = /^(\d{1,2}):(\d\d)/.exec(clock)
  if (!m) return null
  const value = Number(m[1]) * 60 + Number(m[2])
  return value < day ? value : null
}

/** The end as minutes: one that is not after the start lies on the next day. */
export function endAfter(starts: number, ends: number): number {
  return ends > starts ? ends : ends + day
}

export const isPastMidnight = (ends: number) => ends > day
