import { expect, it } from 'vitest'
import { passwordFault } from './password'

it('asks for eight characters of three kinds that are new', () => {
  expect(passwordFault('aB3-x', '')).toBe('short')
  expect(passwordFault('abcdefghijkl', '')).toBe('simple')
  expect(passwordFault('Luodian2026', 'Luodian2026')).toBe('same')
  expect(passwordFault('今天天气真好我们检查去', '')).toBe('simple')
  expect(passwordFault('luodian-2026', 'old')).toBeNull()
})
