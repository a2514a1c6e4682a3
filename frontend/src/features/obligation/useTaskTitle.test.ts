import { expect, it } from 'vitest'
import { spanIn } from './useTaskTitle'

it('names weeks and months in English and leaves all else as it was written', () => {
  const said = (about: string) => spanIn(about, (year, n) => `week ${n}, ${year}`)
  expect(said('2026年第48周（11月23日—11月29日）')).toBe('week 48, 2026')
  expect(said('2026年第53周（12月28日—2027年1月3日）')).toBe('week 53, 2026')
  expect(said('2026年第9周')).toBe('week 9, 2026')
  expect(said('2026年11月')).toBe('November 2026')
  expect(said('核对2026年11月的证书')).toBe('核对2026年11月的证书')
})
