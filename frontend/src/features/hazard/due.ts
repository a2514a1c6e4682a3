import type { components } from '@/api/schema.gen'
import { addDays, dueDay, weekday } from '@/lib/day'

export type HazardEntry = components['schemas']['HazardEntry']
export type Step = components['schemas']['HazardStep']
export type StepKind = components['schemas']['AdvanceHazardInputBody']['kind']

export type Group = 'overdue' | 'week' | 'later' | 'closed'

/** 已逾期, 本周 (to Sunday), 以后, 已销号, each in the order given. */
export function byDue(items: HazardEntry[], today: string): { group: Group; items: HazardEntry[] }[] {
  const sunday = addDays(today, 6 - weekday(today))
  const groups: Record<Group, HazardEntry[]> = { overdue: [], week: [], later: [], closed: [] }
  for (const h of items) {
    const due = dueDay(h.due)
    if (h.state === 'closed') groups.closed.push(h)
    else if (due < today) groups.overdue.push(h)
    else if (due <= sunday) groups.week.push(h)
    else groups.later.push(h)
  }
  return (Object.keys(groups) as Group[])
    .map((group) => ({ group, items: groups[group] }))
    .filter((g) => g.items.length > 0)
}
