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

/** Where one thing of a noun is, by what its route calls it. */
const things: Record<string, { name: string; param: string }> = {
  bylaw: { name: 'bylaw.home', param: 'bylaw' },
  daily: { name: 'record.detail', param: 'record' },
  hazard: { name: 'hazard.detail', param: 'hazard' },
  weekly: { name: 'weekly.detail', param: 'report' },
  monthly: { name: 'monthly.detail', param: 'minutes' },
}

/** Where a step is taken, or a row is read, among the pages that there are. */
export function goalOf(step: Step | Evidence, there: (name: string) => boolean): Goal | undefined {
  const id = 'id' in step ? step.id : 'subject' in step ? step.subject : undefined
  const thing = things[step.kind]
  if (id && thing && there(thing.name)) return { name: thing.name, params: { [thing.param]: id } }
  const list = lists[step.kind]
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
