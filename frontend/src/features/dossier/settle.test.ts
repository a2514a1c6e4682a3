import { expect, it } from 'vitest'
import { byGroup, type DossierItem, goalOf } from './settle'

const all = () => true

it('leads to the thing itself, else to its list, else nowhere', () => {
  expect(goalOf({ kind: 'hazard', words: '', subject: 'h1' }, all)).toEqual({
    name: 'hazard.detail',
    params: { hazard: 'h1' },
  })
  expect(goalOf({ kind: 'hazard', words: '' }, all)).toEqual({ name: 'hazard.list' })
  expect(goalOf({ kind: 'weekly', title: '', id: 'w1' }, (n) => n === 'weekly.list')).toEqual({
    name: 'weekly.list',
  })
  expect(goalOf({ kind: 'training', words: '' }, () => false)).toBeUndefined()
})

it('keeps the order of 附件3', () => {
  const item = (code: string, group: string) => ({ code, group }) as DossierItem
  const groups = byGroup([item('1.1', 'a'), item('1.2', 'a'), item('2.1', 'b')])
  expect(groups.map((g) => g.group + g.items.length)).toEqual(['a2', 'b1'])
})
