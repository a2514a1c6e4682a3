import { describe, expect, it } from 'vitest'
import { contentOf, cutoffWords, emptyWords, type Figures, moved, rowsOf, stripOf, wordsOf } from './week'

const check = (day: string, column: Figures['checks'][number]['column'], record = '') => ({
  day,
  column,
  site: 'a',
  siteName: '门店',
  shift: 's',
  shiftName: '白班',
  ...(record ? { record } : {}),
})
const figures: Figures = {
  from: '2026-11-22',
  to: '2026-11-26',
  checks: [
    check('2026-11-22', 'zero_risk', 'r0'),
    check('2026-11-23', 'zero_risk', 'r1'),
    check('2026-11-23', 'hazards', 'r2'),
    check('2026-11-24', 'missed'),
    check('2026-11-25', 'excused'),
  ],
  hazards: [],
  counts: [
    { key: 'due', count: 4, kind: 'check', state: 'due' },
    { key: 'missed', count: 1, kind: 'check', state: 'missed' },
    { key: 'unreviewed', count: 1, kind: 'record', state: 'unreviewed' },
  ],
  repeats: [],
  causes: [],
  unvaried: [],
  unreviewed: ['r2'],
}

describe('the week', () => {
  it('is drawn from the first day reported on, and what comes later is not nothing', () => {
    expect(stripOf('2026-11-23', '2026-11-29', figures).map((d) => d.state)).toEqual([
      'zero',
      'hazard',
      'missed',
      'rest',
      'rest',
      'future',
      'future',
      'future',
    ])
  })

  it('finds the rows behind a figure', () => {
    expect(rowsOf(figures, 'due').checks).toHaveLength(4)
    expect(rowsOf(figures, 'missed').checks.map((c) => c.day)).toEqual(['2026-11-24'])
    expect(rowsOf(figures, 'unreviewed').checks.map((c) => c.record)).toEqual(['r2'])
  })

  it('ends a day at 24:00', () => {
    expect(cutoffWords('2026-11-29T16:00:00Z')).toBe('11-29 24:00')
    expect(cutoffWords('2026-11-30T01:23:00Z')).toBe('11-30 09:23')
  })

  it('says which figures moved', () => {
    const after = {
      ...figures,
      counts: figures.counts.map((c) => (c.key === 'missed' ? { ...c, count: 0 } : c)),
    }
    expect(moved(figures, after)).toEqual(['missed'])
    expect(moved(undefined, after)).toEqual([])
  })

  it('seals only words about what the report shows, and gives them back', () => {
    const words = {
      ...emptyWords('x'),
      analysis: ' 查验不严 ',
      missed: { '2026-11-24/s': '请假', '2026-11-25/s': '不再漏检' },
      follow: { gone: 'occasional' as const },
      focus: ' ',
    }
    const content = contentOf(words, figures)
    expect(content).toEqual({
      analysis: '查验不严',
      findings: [],
      missed: [{ day: '2026-11-24', shift: 's', cause: '请假' }],
      follow: [],
    })
    expect(wordsOf('y', content).missed).toEqual({ '2026-11-24/s': '请假' })
  })
})
