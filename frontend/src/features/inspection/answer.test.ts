import { expect, it } from 'vitest'
import { pointsOf } from './answer'

it('draws a stroke through all its points and leaves a lone number out', () => {
  expect(pointsOf([1, 2, 3, 4, 5])).toBe('1,2 3,4')
  expect(pointsOf([])).toBe('')
})
