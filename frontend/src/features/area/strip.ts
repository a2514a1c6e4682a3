import type { components } from '@/api/schema.gen'
import type { DayEntry, DayState } from '@/ui/dayState'

type Schemas = components['schemas']
type Counts = Schemas['Counts']
type StripState = Schemas['StripDay']['state']

// A day on which nothing was due is drawn as a dot, never as a declared rest.
const drawn: Record<StripState, DayState> = {
  none: 'future',
  coming: 'future',
  open: 'today',
  zero_risk: 'zero',
  hazards: 'hazard',
  arrived_late: 'late',
  backfilled: 'backfill',
  excused: 'rest',
  missed: 'missed',
}

export function stripOf(days: Schemas['StripDay'][]): DayEntry[] {
  return days.map((d) => ({ day: d.day, state: drawn[d.state] }))
}

/** Whether any check was due in the strip: without one "no hazards" would be a lie. */
export function anyDue(days: Schemas['StripDay'][]): boolean {
  return days.some((d) => d.state !== 'none' && d.state !== 'coming')
}

/** Checks that were made, in whichever of the four ways. */
export function made(c: Counts): number {
  return c.zeroRisk + c.hazards + c.arrivedLate + c.backfilled
}

/** What the counts tell apart, in the order in which they are always shown. */
export const told = ['zeroRisk', 'hazards', 'arrivedLate', 'backfilled', 'excused', 'missed', 'open'] as const

export const toldState: Record<(typeof told)[number], DayState> = {
  zeroRisk: 'zero',
  hazards: 'hazard',
  arrivedLate: 'late',
  backfilled: 'backfill',
  excused: 'rest',
  missed: 'missed',
  open: 'today',
}

/** An office as it is called in a table: 罗店市场监督管理所 is 罗店所. */
export function shortOffice(name: string): string {
  return name.replace(/市场监督管理所$|市场监管所$/, '所')
}
