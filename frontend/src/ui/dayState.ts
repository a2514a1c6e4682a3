/**
 * The state of one business day of one duty. Always drawn as shape, colour and
 * word. Three kinds of "nothing" stay apart: zero (checked, nothing found), rest
 * (no check due, declared), missed (due, not done). Today is none of them before
 * its shift and grace have ended.
 */
export type DayState = 'zero' | 'hazard' | 'late' | 'backfill' | 'rest' | 'missed' | 'today' | 'future'

export const dayStates: DayState[] = ['zero', 'hazard', 'late', 'backfill', 'rest', 'missed', 'today', 'future']

export interface DayEntry {
  day: string
  state: DayState
  /** Said after the state: how many hazards, which reason. */
  note?: string
}

export type Tone = 'plain' | 'blue' | 'ok' | 'attention' | 'risk'
