import { describe, expect, it } from 'vitest'
import { at, cellsOf, type DutyMatrix, markOf, marksOf, step } from './useMatrix'

describe('the duty matrix by keyboard', () => {
  it('marks with 1 to 3 and empties with 0', () => {
    expect([...'1230'].map(markOf)).toEqual(['lead', 'main', 'related', ''])
    expect(markOf('4')).toBeUndefined()
    expect(markOf('a')).toBeUndefined()
    expect(markOf(' ')).toBeUndefined()
  })
  it('stops at the edges', () => {
    expect(step('ArrowUp', [0, 1], 3, 2)).toEqual([0, 1])
    expect(step('ArrowDown', [2, 0], 3, 2)).toEqual([2, 0])
    expect(step('ArrowRight', [1, 0], 3, 2)).toEqual([1, 1])
    expect(step('ArrowLeft', [1, 0], 3, 2)).toEqual([1, 0])
  })
  it('sends nobody who has left', () => {
    const m = {
      items: [{ id: 'i' }],
      people: [
        { account: 'here', inOffice: true },
        { account: 'gone', inOffice: false },
      ],
    } as DutyMatrix
    const edited = marksOf([
      { item: 'i', account: 'here', mark: 'main' },
      { item: 'i', account: 'gone', mark: 'lead' },
    ])
    expect(edited[at('i', 'gone')]).toBe('lead')
    expect(cellsOf(m, edited)).toEqual([{ item: 'i', account: 'here', mark: 'main' }])
  })
})
