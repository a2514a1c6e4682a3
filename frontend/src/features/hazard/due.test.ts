import { expect, it } from 'vitest'
import { acting, byDue, columnOf, type Hazard, type HazardEntry, nextOf, passes } from './due'

const h = (id: string, due: string, state = 'found', mine = true) => ({ id, due, state, mine }) as HazardEntry

it('groups hazards by deadline in Shanghai’s days; a closed one is never overdue, an overdue one everybody’s', () => {
  const groups = byDue(
    [
      h('a', '2026-11-22T15:59:59Z', 'rectified', false),
      h('b', '2026-11-23T15:59:59Z'),
      h('c', '2026-11-29T16:00:00Z'),
      h('d', '2026-11-30T16:00:00Z'),
      h('e', '2026-11-01T00:00:00Z', 'closed'),
      h('f', '2026-11-25T00:00:00Z', 'rectified', false),
    ],
    '2026-11-23',
  )
  expect(groups.map((g) => `${g.group}:${g.items.map((i) => i.id).join('')}`)).toEqual([
    'overdue:a',
    'week:bc',
    'later:d',
    'others:f',
    'closed:e',
  ])
})

it('puts every state into one column of the board', () => {
  const states = ['found', 'measured', 'planned', 'rectified', 'verified', 'closed']
  expect(states.map((s) => columnOf(h('x', '', s)))).toEqual([
    'contain',
    'rectify',
    'rectify',
    'verify',
    'verify',
    'closed',
  ])
})

it('names on the card the step that waits for me, and nothing to others', () => {
  const card = (state: string, more: Partial<HazardEntry> = {}) =>
    nextOf({ ...h('x', '', state), severity: 'general', ...more } as HazardEntry)
  expect(['found', 'measured', 'rectified', 'verified'].map((s) => card(s))).toEqual([
    'measure',
    'rectified',
    'verified',
    'closed',
  ])
  expect(card('measured', { severity: 'major', toReport: true })).toBe('reported')
  expect(card('measured', { severity: 'larger' })).toBe('planned')
  expect(card('planned', { severity: 'larger' })).toBe('rectified')
  expect(card('found', { mine: false })).toBeUndefined()
})

it('offers one next action: what moves it on, not what is seldom needed', () => {
  const of = (...next: string[]) => acting({ next } as Hazard)
  expect(of('planned', 'rectified', 'contained')).toEqual({
    main: 'rectified',
    beside: ['planned'],
    more: ['contained'],
  })
  expect(of('verified', 'sent_back', 'extended')).toEqual({
    main: 'verified',
    beside: ['sent_back'],
    more: ['extended'],
  })
  expect(of('sent_back', 'contained')).toEqual({ beside: ['sent_back'], more: ['contained'] })
  expect(of('reported', 'contained').main).toBe('reported')
  expect(of('contained', 'lifted').main).toBe('lifted')
  expect(of('reopened')).toEqual({ beside: [], more: ['reopened'] })
})

it('filters without hiding what the authority asked for', () => {
  const order = { ...h('o', ''), agencyName: '示例所', severity: 'general', contained: 0 } as HazardEntry
  expect(passes(order, 'order')).toBe(true)
  expect(passes(order, 'grave')).toBe(false)
  expect(passes({ ...order, contained: 1 }, 'contained')).toBe(true)
})
