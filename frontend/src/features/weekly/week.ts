import type { components } from '@/api/schema.gen'
import { addDays, daysBetween, dueDay, formatInstant, formatTime } from '@/lib/day'
import type { DayEntry, DayState, Tone } from '@/ui/dayState'

type Schemas = components['schemas']
export type Draft = Schemas['WeeklyDraft']
export type Report = Schemas['Weekly']
export type Entry = Schemas['WeeklyEntry']
export type Figures = Schemas['WeeklyFigures']
export type Figure = Schemas['Figure']
export type Check = Schemas['WeekDay']
export type Hazard = Schemas['WeekHazard']
export type Content = Schemas['WeeklyContent']
export type Finding = Schemas['WeeklyFinding']
export type FollowClass = Schemas['Follow']['class']

/** What the director has written, as it is kept on the phone and on the server. */
export interface Words {
  /** The report's id, minted with the first word: a second tap repeats the first. */
  id: string
  /** When it was last changed, by the device. */
  at: number
  attended: string
  findings: Finding[]
  /** Why a check was missed, by day and shift. */
  missed: Record<string, string>
  analysis: string
  /** How a hazard is followed, by its id. */
  follow: Record<string, FollowClass>
  unsettled: string
  listChanges: string
  focus: string
  reason: string
}

export function emptyWords(id: string): Words {
  return {
    id,
    at: 0,
    attended: '',
    findings: [],
    missed: {},
    analysis: '',
    follow: {},
    unsettled: '',
    listChanges: '',
    focus: '',
    reason: '',
  }
}

export const missedKey = (c: { day: string; shift: string }) => `${c.day}/${c.shift}`

/** The words as they are sealed: only about what the report still shows. */
export function contentOf(w: Words, f: Figures): Content {
  const missed = f.checks
    .filter((c) => c.column === 'missed')
    .map((c) => ({ day: c.day, shift: c.shift, cause: (w.missed[missedKey(c)] ?? '').trim() }))
    .filter((m) => m.cause !== '')
  const follow = f.hazards.flatMap((h) => {
    const kind = w.follow[h.id]
    return kind ? [{ hazard: h.id, class: kind }] : []
  })
  const said = (field: 'attended' | 'unsettled' | 'listChanges' | 'focus') => {
    const text = w[field].trim()
    return text ? { [field]: text } : {}
  }
  return {
    analysis: w.analysis.trim(),
    findings: w.findings,
    missed,
    follow,
    ...said('attended'),
    ...said('unsettled'),
    ...said('listChanges'),
    ...said('focus'),
  }
}

/** The words of a signed report, to correct them. */
export function wordsOf(id: string, c: Content): Words {
  return {
    ...emptyWords(id),
    attended: c.attended ?? '',
    findings: c.findings,
    missed: Object.fromEntries(c.missed.map((m) => [missedKey(m), m.cause])),
    analysis: c.analysis,
    follow: Object.fromEntries(c.follow.map((x) => [x.hazard, x.class])),
    unsettled: c.unsettled ?? '',
    listChanges: c.listChanges ?? '',
    focus: c.focus ?? '',
  }
}

const drawn: Record<Check['column'], DayState> = {
  zero_risk: 'zero',
  hazards: 'hazard',
  arrived_late: 'late',
  backfilled: 'backfill',
  excused: 'rest',
  missed: 'missed',
}
export const drawnAs = (c: Check): DayState => drawn[c.column]

/** What a day with several checks is drawn as: what needs a person first. */
const weight: DayState[] = ['missed', 'hazard', 'backfill', 'late', 'zero', 'rest']

/** The days from the report's first to the week's last, as they are drawn. */
export function stripOf(first: string, last: string, f: Figures | undefined): DayEntry[] {
  const from = f && f.from < first ? f.from : first
  return Array.from({ length: daysBetween(from, last) + 1 }, (_, n) => {
    const day = addDays(from, n)
    if (!f || day > f.to || day < f.from) return { day, state: 'future' }
    const states = f.checks.filter((c) => c.day === day).map(drawnAs)
    return { day, state: weight.find((s) => states.includes(s)) ?? 'rest' }
  })
}

export const checkKeys = [
  'due',
  'zero_risk',
  'hazards',
  'arrived_late',
  'backfilled',
  'missed',
  'excused',
] as const
export const hazardKeys = ['found', 'rectified', 'closed', 'open', 'overdue', 'unreviewed'] as const
export type Key = Figure['key']

/** Where one person holds all posts, what nobody reviews is no figure. */
export const counts = (f: Figures, key: Key) => f.counts.some((c) => c.key === key)
export const countOf = (f: Figures, key: Key) => f.counts.find((c) => c.key === key)?.count ?? 0

/** Colour is a state and nothing else: it is spared where there is nothing. */
export function toneOf(key: Key, count: number): Tone {
  if (count === 0) return 'plain'
  if (key === 'missed' || key === 'overdue') return 'risk'
  if (key === 'open' || key === 'hazards' || key === 'backfilled' || key === 'arrived_late')
    return 'attention'
  if (key === 'zero_risk' || key === 'closed') return 'ok'
  return 'plain'
}

/** The rows that a figure counts. */
export function rowsOf(f: Figures, key: Key): { checks: Check[]; hazards: Hazard[] } {
  const figure = f.counts.find((c) => c.key === key)
  if (figure?.kind === 'hazard') {
    const is = key as 'found' | 'rectified' | 'closed' | 'open' | 'overdue'
    return { checks: [], hazards: f.hazards.filter((h) => h[is]) }
  }
  if (figure?.kind === 'record')
    return { checks: f.checks.filter((c) => c.record && f.unreviewed.includes(c.record)), hazards: [] }
  const checks = f.checks.filter((c) => (key === 'due' ? c.column !== 'excused' : c.column === key))
  return { checks, hazards: [] }
}

/** A cut-off at midnight belongs to the day that it ends: 11-29 24:00. */
export function cutoffWords(instant: string): string {
  return formatTime(instant) === '00:00' ? `${dueDay(instant).slice(5)} 24:00` : formatInstant(instant)
}

/** The figures that differ, so that the eye finds them. */
export function moved(before: Figures | undefined, after: Figures): Key[] {
  if (!before) return []
  return after.counts.filter((c) => countOf(before, c.key) !== c.count).map((c) => c.key)
}
