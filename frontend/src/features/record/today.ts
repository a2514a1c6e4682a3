// What the today screen makes of the server's answer.

import type { components } from '@/api/schema.gen'
import { addDays } from '@/lib/day'
import type { Draft, ObligationKey, OutboxEntry } from '@/offline/types'
import { type DayEntry, type DayState, dayStateOf } from '@/ui/dayState'

export type Today = components['schemas']['Today']
export type TodayCheck = components['schemas']['TodayCheck']
export type Task = components['schemas']['Task']
type Day = components['schemas']['DayState']

export const keyOf = (o: ObligationKey) => `${o.site}/${o.shift}/${o.day}`

export const obligationOf = (c: ObligationKey): ObligationKey => ({
  site: c.site,
  shift: c.shift,
  day: c.day,
})

/** What a day shows when several sites or shifts differ: first what needs somebody. */
const weight: DayState[] = ['missed', 'today', 'hazard', 'backfill', 'late', 'zero', 'rest', 'future']

/** Days in a row as one mark each, oldest first. A day without a duty rests. */
export function marksOf(days: Day[], from: string, count: number): DayEntry[] {
  return Array.from({ length: count }, (_, n) => {
    const day = addDays(from, n)
    const states = days.filter((d) => d.day === day).map(dayStateOf)
    const state = weight.find((s) => states.includes(s)) ?? 'rest'
    return { day, state }
  })
}

/** The seven days that end today. */
export function weekOf(today: Today): DayEntry[] {
  return marksOf(today.week, addDays(today.day, -6), 7).map((d) =>
    // A shift that begins later is still today's.
    d.day === today.day && d.state === 'future' ? { ...d, state: 'today' } : d,
  )
}

/** The last day done, for "上次". */
export function lastDone(today: Today, c: ObligationKey): Day | undefined {
  return today.week
    .filter((d) => d.state === 'done' && d.site === c.site && d.day < c.day)
    .sort((a, b) => b.day.localeCompare(a.day))[0]
}

/** Where a check stands, as this phone knows it. */
export type Standing =
  'waiting' | 'refused' | 'noList' | 'begun' | 'due' | 'coming' | 'suspended' | 'zero' | 'hazards' | 'missed'

export function standingOf(c: TodayCheck, draft?: Draft, entry?: OutboxEntry): Standing {
  if (entry && c.state !== 'done') return entry.state === 'waiting' ? 'waiting' : 'refused'
  switch (c.state) {
    case 'done':
      return c.outcome === 'hazards' ? 'hazards' : 'zero'
    case 'excused':
      return 'suspended'
    case 'coming':
      return c.listId ? 'coming' : 'noList'
    case 'missed':
      return 'missed'
    default:
      if (!c.listId) return 'noList'
      return draft && Object.keys(draft.answers).length > 0 ? 'begun' : 'due'
  }
}
