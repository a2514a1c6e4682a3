import { expect, it } from 'vitest'
import { clockOf, endAfter, isPastMidnight, minutesOf } from './minutes'

it('reads and writes times of a shift, also past midnight', () => {
  expect(minutesOf('22:30')).toBe(1350)
  expect(minutesOf('24:00')).toBeNull()
  expect(minutesOf('')).toBeNull()
  expect(clockOf(1350)).toBe('22:30')
  expect(clockOf(1560)).toBe('02:00')
  expect(endAfter(1320, 360)).toBe(1800)
  expect(endAfter(480, 1080)).toBe(1080)
  expect([isPastMidnight(1800), isPastMidnight(1440)]).toEqual([true, false])
})
