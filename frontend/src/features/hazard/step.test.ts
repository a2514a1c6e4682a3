import { expect, it } from 'vitest'
import type { Hazard } from './due'
import { amount, bodyOf, emptyStep, faultsOf } from './step'

const hazard = { cause: '', selfVerify: false } as unknown as Hazard
const filled = () => ({
  ...emptyStep(),
  note: ' 已处理 ',
  photos: ['a'],
  cause: 'man' as const,
  causeNote: '未培训',
  owner: 'o',
  to: 'd',
  due: '2026-12-01',
  of: 'c',
  recalled: '4',
  act: {
    kinds: ['recall'],
    product: '插座',
    batch: 'B1',
    unit: '只',
    made: '',
    stocked: '0',
    sold: '9',
    notices: '',
  },
})

it('asks of a step only what its kind needs', () => {
  const none = emptyStep()
  expect(faultsOf('measure', hazard, none)).toEqual(['note'])
  expect(faultsOf('rectified', hazard, none)).toEqual(['note', 'photos', 'cause'])
  expect(faultsOf('rectified', { ...hazard, cause: 'man' }, none)).toEqual(['note', 'photos'])
  expect(faultsOf('verified', { ...hazard, selfVerify: true }, none)).toEqual(['note', 'photos'])
  expect(faultsOf('planned', hazard, none)).toEqual(['note', 'cause', 'causeNote', 'owner'])
  expect(faultsOf('recall_progress', hazard, none)).toEqual(['note', 'of', 'recalled'])
  expect(faultsOf('contained', hazard, none)).toEqual(['note', 'act'])
  expect(faultsOf('contained', hazard, filled())).toEqual([])
})

it('sends only what the kind says', () => {
  expect(bodyOf('measure', hazard, filled())).toEqual({ kind: 'measure', note: '已处理', photos: ['a'] })
  expect(bodyOf('rectified', hazard, filled())).toMatchObject({ cause: 'man' })
  expect(bodyOf('rectified', { ...hazard, cause: 'method' }, filled())).not.toHaveProperty('cause')
  expect(bodyOf('planned', hazard, filled())).toMatchObject({
    owner: 'o',
    due: '2026-12-01',
    causeNote: '未培训',
  })
  expect(bodyOf('contained', hazard, filled()).act).toEqual({
    kinds: ['recall'],
    product: '插座',
    batch: 'B1',
    unit: '只',
    stocked: 0,
    sold: 9,
  })
})

it('reads amounts as they are typed', () => {
  expect([amount(''), amount('x'), amount('-1'), amount('0'), amount('2.5')]).toEqual([
    undefined,
    undefined,
    undefined,
    0,
    2.5,
  ])
})
