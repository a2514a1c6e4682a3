import { describe, expect, it } from 'vitest'
import { linesOf } from './useTraining'

describe('topics', () => {
  it('are lines, once each, without blanks', () => {
    expect(linesOf(' 标识 \n\n台账\n标识\n')).toEqual(['标识', '台账'])
    expect(linesOf('  ')).toEqual([])
  })
})
