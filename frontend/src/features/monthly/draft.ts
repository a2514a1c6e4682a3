import type { components } from '@/api/schema.gen'
import type { Signature } from '@/offline/types'

type Schemas = components['schemas']
export type MonthlyDraft = Schemas['MonthlyDraft']
export type Monthly = Schemas['Monthly']
export type Person = Schemas['MonthlyPerson']
export type Resolution = Schemas['Resolution']
export type Mode = Schemas['MonthlyWords']['mode']
export type Way = Schemas['Attendee']['way']

export interface Decision {
  id: string
  what: string
  owner: string | undefined
  due: string | undefined
}

/** What is written about a meeting before it is signed. Nothing is answered by default. */
export interface Minutes {
  held: string
  place: string
  mode: Mode | undefined
  recorder: string | undefined
  heard: string | undefined
  reported: string
  changes: string
  focus: string
  resources: string
  attendance: Record<string, { way?: Way; why?: string; signature?: Signature }>
  decisions: Decision[]
}

export function blank(): Minutes {
  return {
    held: '',
    place: '',
    mode: undefined,
    recorder: undefined,
    heard: undefined,
    reported: '',
    changes: '',
    focus: '',
    resources: '',
    attendance: {},
    decisions: [],
  }
}

/** A text of another version of this program may lack parts. */
export function parse(text: string): Minutes {
  try {
    return { ...blank(), ...(JSON.parse(text) as Partial<Minutes>) }
  } catch {
    return blank()
  }
}

export type Fault =
  'held' | 'place' | 'mode' | 'recorder' | 'heard' | 'reported' | 'focus' | 'attendance' | 'decisions'

/** Who keeps the enterprise alone holds no meeting: he is not asked where, how and who wrote. */
export const isAlone = (people: Person[], host: string) => people.every((p) => p.account === host)

/** What still lacks, in the order of the page. */
export function faults(m: Minutes, draft: MonthlyDraft, host: string): Fault[] {
  const others = draft.invited.filter((p) => p.account !== host)
  const meets = !isAlone(draft.invited, host)
  const missing: Record<Fault, boolean> = {
    heard: !!draft.hears && !m.heard,
    reported: !!draft.hears && !m.reported.trim(),
    focus: !m.focus.trim(),
    decisions: m.decisions.some((d) => !d.what.trim() || !d.owner || !d.due),
    held: meets && !m.held,
    mode: meets && !m.mode,
    place: meets && m.mode === 'site' && !m.place.trim(),
    recorder: meets && !m.recorder,
    attendance: others.some((p) => !attends(m, p)),
  }
  return (Object.keys(missing) as Fault[]).filter((k) => missing[k])
}

/** How one of those invited attends: in his own session if he signed there. */
export function attends(m: Minutes, p: Person): Way | undefined {
  return p.attended ? 'own' : m.attendance[p.account]?.way
}
