import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { type Answers, changedItems, refusalsOf, type RiskItem, stepsOf } from './check'
import { useCheck } from './useCheck'

function item(id: string, more: Partial<RiskItem> = {}): RiskItem {
  return {
    id,
    category: '食品相关产品',
    step: '进货',
    risk: id,
    measure: '',
    frequency: '每日',
    rhythm: 'daily',
    batch: false,
    post: 'officer',
    verified: false,
    source: 'template',
    ...more,
  }
}

function check(items: RiskItem[], answers: Answers = {}) {
  const held = ref(answers)
  return { held, ...useCheck(ref(items), held) }
}

const a = item('a')
const b = item('b', { batch: true })
const c = item('c', { step: '储存', measured: { unit: '℃', min: 0, max: 8 } })

describe('a day’s check', () => {
  it('starts unanswered', () => {
    const x = check([a, b, c])
    expect([x.done.value, x.total.value]).toEqual([0, 3])
    expect([...x.faults.value.values()]).toEqual(['missing', 'missing', 'missing'])
  })

  it('groups by step in the list’s order', () => {
    expect(stepsOf([a, c, b]).map((s) => [s.number, s.name, s.items.map((i) => i.id)])).toEqual([
      [1, '进货', ['a', 'b']],
      [2, '储存', ['c']],
    ])
  })

  it('marks what one tap answered and leaves values to be measured', () => {
    const x = check([a, b, c])
    x.setVerdict(a, 'fail')
    expect(x.answerBulk('rest_pass').count).toBe(1)
    expect(x.held.value['a']).toMatchObject({ verdict: 'fail' })
    expect(x.held.value['b']).toMatchObject({ verdict: 'pass', bulk: 'rest_pass' })
    expect(x.held.value['c']).toBeUndefined()
    x.setValue(c, 4)
    expect(x.done.value).toBe(2)
    expect(x.answerBulk('rest_pass').count).toBe(1)
    expect(x.done.value).toBe(3)
  })

  it('marks only batches as not applicable when nothing came in', () => {
    const x = check([a, b])
    expect(x.answerBulk('no_batch').count).toBe(1)
    expect(x.held.value['b']).toEqual({ item: 'b', verdict: 'na', bulk: 'no_batch' })
    expect(x.held.value['a']).toBeUndefined()
  })

  it('takes a tap back, but not what was changed since', () => {
    const x = check([a, b])
    const { undo } = x.answerBulk('rest_pass')
    x.setVerdict(a, 'na')
    undo()
    expect(x.held.value['a']).toMatchObject({ verdict: 'na' })
    expect(x.held.value['b']).toBeUndefined()
  })

  it('keeps the value when a tap on it is taken back', () => {
    const x = check([c])
    x.setValue(c, 4)
    x.answerBulk('rest_pass').undo()
    expect(x.held.value['c']).toEqual({ item: 'c', value: 4 })
    expect(x.done.value).toBe(0)
  })

  it('takes the bulk mark off an answer that is given by hand', () => {
    const x = check([a])
    x.answerBulk('rest_pass')
    x.setVerdict(a, 'pass')
    expect(x.held.value['a']?.bulk).toBeUndefined()
  })

  it('wants a failure described', () => {
    const x = check([a])
    x.setVerdict(a, 'fail')
    expect(x.faults.value.get('a')).toBe('note')
    x.setNote(a, '  ')
    expect(x.faults.value.get('a')).toBe('note')
    x.setNote(a, '标签缺执行标准号')
    expect(x.faults.value.size).toBe(0)
  })

  it('sets a value outside the limits to a failure and withdraws it when the value returns', () => {
    const x = check([c])
    x.setValue(c, 9)
    expect(x.held.value['c']?.verdict).toBe('fail')
    x.setValue(c, 7)
    expect(x.held.value['c']?.verdict).toBeUndefined()
    x.setVerdict(c, 'pass')
    x.setValue(c, 8)
    expect(x.held.value['c']?.verdict).toBe('pass')
  })

  it('does not let a value outside the limits pass, nor a measured item without value', () => {
    const x = check([c])
    x.setValue(c, 9)
    x.setVerdict(c, 'pass')
    expect(x.faults.value.get('c')).toBe('outside')
    x.setValue(c, undefined)
    expect(x.faults.value.get('c')).toBe('value')
    x.setVerdict(c, 'na')
    expect(x.faults.value.size).toBe(0)
  })

  it('signs in the list’s order without what only a failure has', () => {
    const x = check([a, b])
    x.setVerdict(b, 'pass')
    x.setVerdict(a, 'fail')
    x.setNote(a, ' 破损 ')
    x.setVerdict(b, 'fail')
    x.setNote(b, '缺')
    x.setPhotos(b, ['f'.repeat(64)])
    x.setVerdict(b, 'pass')
    expect(Object.values(x.signed())).toEqual([
      { item: 'a', verdict: 'fail', note: '破损', severity: 'general' },
      { item: 'b', verdict: 'pass' },
    ])
    expect(x.counts.value).toEqual({ pass: 1, fail: 1, na: 0 })
  })

  it('shows a refusal at its item until the item is changed', () => {
    const x = check([a, b], { a: { item: 'a', verdict: 'pass' }, b: { item: 'b', verdict: 'pass' } })
    const problem = {
      type: '',
      title: '',
      status: 422,
      code: 'record.answer.outside_limits',
      detail: '',
      fields: [{ pointer: 'body.answers[1].value', text: '超出限值' }],
    }
    x.takeRefusal(problem, Object.values(x.signed()))
    expect(x.refused.value).toEqual({ b: '超出限值' })
    expect(x.firstFault()).toBe('b')
    x.setVerdict(b, 'na')
    expect(x.refused.value).toEqual({})
    expect(refusalsOf(problem, [])).toEqual({})
  })

  it('finds what a correction changed, not by which tap', () => {
    const before: Answers = {
      a: { item: 'a', verdict: 'pass', bulk: 'rest_pass' },
      b: { item: 'b', verdict: 'na' },
    }
    const after: Answers = { a: { item: 'a', verdict: 'pass' }, b: { item: 'b', verdict: 'pass' } }
    expect(changedItems([a, b], before, after)).toEqual([b])
  })
})
