import type { components } from '@/api/schema.gen'
import { addDays, dueDay, weekday } from '@/lib/day'

export type Hazard = components['schemas']['Hazard']
export type HazardEntry = components['schemas']['HazardEntry']
export type Step = components['schemas']['HazardStep']
export type StepBody = Omit<components['schemas']['AdvanceHazardInputBody'], '$schema'>
export type StepKind = StepBody['kind']
export type Containment = components['schemas']['Containment']
export type Source = HazardEntry['source']

export const causes = ['man', 'machine', 'material', 'method', 'environment', 'management'] as const
export type Cause = (typeof causes)[number]
export const acts = ['stop_production', 'stop_sale', 'seal', 'recall'] as const

export type Group = 'overdue' | 'week' | 'later' | 'others' | 'closed'

/**
 * 已逾期, 本周 (to Sunday), 以后, 等别人, 已销号, each in the order given. What is
 * overdue is everybody's.
 */
export function byDue(items: HazardEntry[], today: string): { group: Group; items: HazardEntry[] }[] {
  const sunday = addDays(today, 6 - weekday(today))
  const groups: Record<Group, HazardEntry[]> = { overdue: [], week: [], later: [], others: [], closed: [] }
  for (const h of items) {
    const due = dueDay(h.due)
    if (h.state === 'closed') groups.closed.push(h)
    else if (due < today) groups.overdue.push(h)
    else if (!h.mine) groups.others.push(h)
    else if (due <= sunday) groups.week.push(h)
    else groups.later.push(h)
  }
  return (Object.keys(groups) as Group[])
    .map((group) => ({ group, items: groups[group] }))
    .filter((g) => g.items.length > 0)
}

export type Filter = 'all' | 'mine' | 'grave' | 'contained' | 'order'
export const filters: Filter[] = ['all', 'mine', 'grave', 'contained', 'order']

export function passes(h: HazardEntry, filter: Filter): boolean {
  if (filter === 'mine') return h.mine
  if (filter === 'grave') return h.severity !== 'general' && h.state !== 'closed'
  if (filter === 'contained') return h.contained > 0
  if (filter === 'order') return Boolean(h.agencyName) || h.source === 'spot_check_failed'
  return true
}

export type Column = 'contain' | 'rectify' | 'verify' | 'closed'
export const columns: Column[] = ['contain', 'rectify', 'verify', 'closed']

/** The column of the board: 待管控, 整改中, 待复核 (and 待销号), 已闭环. */
export function columnOf(h: HazardEntry): Column {
  if (h.state === 'found') return 'contain'
  if (h.state === 'measured' || h.state === 'planned') return 'rectify'
  return h.state === 'closed' ? 'closed' : 'verify'
}

/** The one step that waits for me, if one does. */
export function nextOf(
  h: HazardEntry,
): 'measure' | 'reported' | 'planned' | 'rectified' | 'verified' | 'closed' | undefined {
  if (!h.mine) return undefined
  const grave = h.severity !== 'general'
  if (h.state === 'found') return 'measure'
  if (h.state === 'measured') return h.toReport ? 'reported' : grave ? 'planned' : 'rectified'
  if (h.state === 'planned') return 'rectified'
  return h.state === 'rectified' ? 'verified' : 'closed'
}

const back = new Set(['sent_back', 'reopened'])
const side = new Set(['extended', 'contained', 'notified', 'recall_progress', 'lifted'])

/**
 * One next action, what stands beside it, and what is seldom needed. A general
 * hazard may be planned but is rectified at once.
 */
export function acting(h: Hazard): { main?: StepKind; beside: StepKind[]; more: StepKind[] } {
  const next = h.next as StepKind[]
  const forward = next.filter((k) => !back.has(k) && !side.has(k))
  const lift = next.includes('lifted') ? (['lifted'] as StepKind[]) : []
  const main = lift[0] ?? (forward.includes('rectified') ? 'rectified' : forward[0])
  const beside = next.filter((k) => k === 'sent_back' || (forward.includes(k) && k !== main))
  const more = next.filter((k) => k !== main && !beside.includes(k))
  return main ? { main, beside, more } : { beside, more }
}
