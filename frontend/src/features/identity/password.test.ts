import { expect, it } from 'vitest'
import { passwordFault } from './password'

it('asks for ten characters of two kinds that are new', () => {
  expect(passwordFault('abc123', '')).toBe('short')
  expect(passwordFault('abcdefghijkl', '')).toBe('simple')
  expect(passwordFault('abcdefghij1', 'abcdefghij1')).toBe('same')
  expect(passwordFault('今天天气真好我们检查去', '')).toBe('simple')
  expect(passwordFault('luodian-2026', 'old')).toBeNull()
})
