import { expect, it } from 'vitest'
import { byDue, type HazardEntry } from './due'

const h = (id: string, due: string, state = 'found') => ({ id, due, state }) as HazardEntry

it('groups hazards by deadline in Shanghai’s days; a closed one is never overdue', () => {
  const groups = byDue(
    [
      h('a', '2026-11-22T15:59:59Z'),
      h('b', '2026-11-23T15:59:59Z'),
      h('c', '2026-11-29T16:00:00Z'),
      h('d', '2026-11-30T16:00:00Z'),
      h('e', '2026-11-01T00:00:00Z', 'closed'),
    ],
    '2026-11-23',
  )
  expect(groups.map((g) => `${g.group}:${g.items.map((i) => i.id).join('')}`)).toEqual([
    'overdue:a',
    'week:bc',
    'later:d',
    'closed:e',
  ])
})
