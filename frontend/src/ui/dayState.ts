import type { components } from '@/api/schema.gen'
import type { Severity } from '@/offline/types'

/**
 * The state of one business day of one duty. Always drawn as shape, colour and
 * word. Three kinds of "nothing" stay apart: zero (checked, nothing found), rest
 * (no check due, declared), missed (due, not done). Today is none of them before
 * its shift and grace have ended.
 */
export type DayState = 'zero' | 'hazard' | 'late' | 'backfill' | 'rest' | 'missed' | 'today' | 'future'

export const dayStates: DayState[] = [
  'zero',
  'hazard',
  'late',
  'backfill',
  'rest',
  'missed',
  'today',
  'future',
]

export interface DayEntry {
  day: string
  state: DayState
  /** Said after the state: how many hazards, which reason. */
  note?: string
}

/** How the contract's day is drawn. A late or back-filled record with hazards shows its lateness; its note says the rest. */
export function dayStateOf(d: components['schemas']['DayState']): DayState {
  switch (d.state) {
    case 'done':
      if (d.lateness === 'arrived_late') return 'late'
      if (d.lateness === 'backfilled') return 'backfill'
      return d.outcome === 'hazards' ? 'hazard' : 'zero'
    case 'excused':
      return 'rest'
    case 'missed':
      return 'missed'
    case 'open':
      return 'today'
    default:
      return 'future'
  }
}

/** The colour of a hazard's severity. */
export function severityTone(s: Severity): Tone {
  return s === 'major' ? 'risk' : s === 'larger' ? 'attention' : 'plain'
}

export type Tone = 'plain' | 'blue' | 'ok' | 'attention' | 'risk'
