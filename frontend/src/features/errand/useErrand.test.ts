import { describe, expect, it } from 'vitest'
import { type Errand, over, pause } from './useErrand'

describe('an errand is followed', () => {
  it('sooner at first, then ever longer, never rarer than every ten seconds', () => {
    const all = Array.from({ length: 20 }, (_, n) => pause(n))
    expect(all[0]).toBe(800)
    expect(all.every((p, n) => n === 0 || p >= (all[n - 1] ?? 0))).toBe(true)
    expect(all.at(-1)).toBe(10_000)
  })
  it('until it is over', () => {
    const states: Errand['state'][] = ['queued', 'running', 'done', 'failed', 'cancelled']
    expect(states.filter((state) => over({ state } as Errand))).toEqual(['done', 'failed', 'cancelled'])
  })
})
