import { expect, it } from 'vitest'
import { figureFaults, figuresOf, headComplete, headOf, productOf, blankProduct, typed } from './form'

it('keeps unknown figures unknown', () => {
  const f = typed('retail', 2025)
  expect(figuresOf(f)).toEqual({ kind: 'retail', year: 2025, basis: 'self_declared' })
  expect(figuresOf({ ...f, headcount: '0', revenue: '12.5' })).toMatchObject({ headcount: 0, revenue: 12.5 })
  expect(figureFaults({ ...f, headcount: '1.5', revenue: '1,2' })).toEqual({
    headcount: true,
    revenue: true,
    year: false,
  })
})

it('sends only the identifier’s own fields', () => {
  const head = {
    name: ' 店 ',
    identifier: { kind: 'none' as const, value: 'x', reason: '未办照', market: '市场', stall: '1' },
    address: 'a',
    legalRepresentative: 'b',
    contact: 'c',
    phone: ' ',
  }
  expect(headComplete(head)).toBe(true)
  expect(headOf(head)).toEqual({
    name: '店',
    identifier: { kind: 'none', reason: '未办照', market: '市场', stall: '1' },
    address: 'a',
    legalRepresentative: 'b',
    contact: 'c',
  })
  expect(headComplete({ ...head, identifier: { kind: 'uscc' } })).toBe(false)
})

it('does not choose a product’s regime for the person', () => {
  const p = { ...blankProduct(), name: ' 插座 ', category: '电器' }
  expect(productOf(p)).toBeNull()
  expect(productOf({ ...p, regime: 'ccc' })).toEqual({ name: '插座', category: '电器', regime: 'ccc' })
})
