import { describe, expect, it } from 'vitest'
import { daysOf, wrongOf } from './days'

describe('the days of a pack', () => {
  it('end today', () => {
    expect(daysOf('month', '2026-03-01')).toEqual({ from: '2026-01-31', to: '2026-03-01' })
    expect(daysOf('quarter', '2026-03-31')).toEqual({ from: '2026-01-01', to: '2026-03-31' })
    expect(daysOf('year', '2026-11-24')).toEqual({ from: '2026-01-01', to: '2026-11-24' })
  })
  it('are refused before the server is asked', () => {
    const today = '2026-11-24'
    expect(wrongOf('2026-11-01', '2026-11-24', today)).toBe('')
    expect(wrongOf('2026-11-24', '2026-11-24', today)).toBe('')
    expect(wrongOf('', '2026-11-24', today)).toBe('order')
    expect(wrongOf('2026-11-24', '2026-11-23', today)).toBe('order')
    expect(wrongOf('2026-11-24', '2026-11-25', today)).toBe('future')
    expect(wrongOf('2025-10-20', '2026-11-24', today)).toBe('')
    expect(wrongOf('2025-10-19', '2026-11-24', today)).toBe('long')
  })
})
