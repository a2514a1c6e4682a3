import type { components } from '@/api/schema.gen'
import { daysOfMonth } from '@/lib/day'
import { type DayState as Mark, dayStateOf } from '@/ui/dayState'

type Check = components['schemas']['DayState']

export interface InspectedDay {
  day: string
  /** null: nothing was due, which is neither a rest that was declared nor a gap. */
  mark: Mark | null
  checks: Check[]
}

// The gravest first: a day with one missed shift is drawn as missed, and the
// words beside it say how many there were.
const gravity: Mark[] = ['missed', 'today', 'backfill', 'late', 'hazard', 'zero', 'rest', 'future']

export function inspectedDays(month: string, checks: Check[], today: string): InspectedDay[] {
  const by = new Map<string, Check[]>()
  for (const c of checks) by.set(c.day, [...(by.get(c.day) ?? []), c])
  return daysOfMonth(month).map((day) => {
    const of = by.get(day) ?? []
    const marks = of.map(dayStateOf)
    const mark = gravity.find((g) => marks.includes(g)) ?? (day > today ? 'future' : null)
    return { day, mark, checks: of }
  })
}

/** The days that a person can turn to: not those to come. */
export function openable(days: InspectedDay[], today: string): string[] {
  return days.filter((d) => d.day <= today).map((d) => d.day)
}

/** The day beside another one in the month, or the same at its ends. */
export function stepDay(days: string[], from: string, by: 1 | -1): string {
  const i = days.indexOf(from)
  if (i < 0) return days[by > 0 ? 0 : days.length - 1] ?? from
  return days[i + by] ?? from
}

/** The day to begin with: the last one with a record, else the last one over. */
export function firstDay(days: InspectedDay[], today: string): string | undefined {
  const past = days.filter((d) => d.day <= today)
  const last = (fits: (d: InspectedDay) => boolean) => past.filter(fits).at(-1)?.day
  return last((d) => d.checks.some((c) => c.record)) ?? last((d) => d.checks.length > 0) ?? past.at(-1)?.day
}
