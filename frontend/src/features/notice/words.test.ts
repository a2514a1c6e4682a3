import { expect, test } from 'vitest'
import { clockOf, minutesOf } from './words'

test('minutes and the clock on the wall', () => {
  expect(clockOf(450)).toBe('07:30')
  expect(clockOf(0)).toBe('00:00')
  expect(minutesOf('21:00')).toBe(1260)
  expect(minutesOf('7:05')).toBe(425)
  for (const wrong of ['', '24:00', '12:60', 'noon', '1200']) expect(minutesOf(wrong)).toBeUndefined()
})
