import type { components } from '@/api/schema.gen'
import type { Tone } from '@/ui/dayState'

export type DossierItem = components['schemas']['DossierItem']
type Step = components['schemas']['DossierStep']
type Evidence = components['schemas']['DossierEvidence']

/** A page by its route's name; the enterprise is added by who goes there. */
export interface Goal {
  name: string
  params?: Record<string, string>
}

/** Where the list of a noun's things is. */
const lists: Record<Step['kind'], string> = {
  appointment: 'appointment.people',
  risklist: 'risklist.current',
  bylaw: 'bylaw.list',
  daily: 'record.archive',
  today: 'record.today',
  weekly: 'weekly.list',
  monthly: 'monthly.list',
  hazard: 'hazard.list',
  training: 'training.list',
  archive: 'enterprise.archive',
}

interface Place {
  name: string
  param: string
}

/** Where a row is read, by what its route calls it. */
const rows: Record<string, Place> = {
  bylaw: { name: 'bylaw.home', param: 'bylaw' },
  daily: { name: 'record.detail', param: 'record' },
  hazard: { name: 'hazard.detail', param: 'hazard' },
  weekly: { name: 'weekly.week', param: 'week' },
  monthly: { name: 'monthly.read', param: 'record' },
  training: { name: 'training.session', param: 'session' },
}

/** Where a step is taken, if it is about one thing: else it is about the list. */
const steps: Record<string, Place> = {
  bylaw: { name: 'bylaw.home', param: 'bylaw' },
  hazard: { name: 'hazard.detail', param: 'hazard' },
  weekly: { name: 'weekly.week', param: 'week' },
  monthly: { name: 'monthly.edit', param: 'month' },
}

/** Where a step is taken, or a row is read, among the pages that there are. */
export function goalOf(of: Step | Evidence, there: (name: string) => boolean): Goal | undefined {
  const row = 'title' in of
  const id = row ? of.id : of.subject
  const place = (row ? rows : steps)[of.kind]
  if (id && place && there(place.name)) return { name: place.name, params: { [place.param]: id } }
  const list = lists[of.kind]
  return there(list) ? { name: list } : undefined
}

/** What is partly there or missing wants attention; nothing here is a verdict. */
export function stateTone(state: DossierItem['state']): Tone {
  return state === 'complete' ? 'ok' : state === 'partial' || state === 'missing' ? 'attention' : 'plain'
}

/** The items under their lines of 重点工作, in the order given. */
export function byGroup(items: DossierItem[]): { group: string; items: DossierItem[] }[] {
  const groups: { group: string; items: DossierItem[] }[] = []
  for (const i of items) {
    const last = groups.at(-1)
    if (last?.group === i.group) last.items.push(i)
    else groups.push({ group: i.group, items: [i] })
  }
  return groups
}
