import { describe, expect, it } from 'vitest'
import { bodyOf, emptyForm, faultsOf } from './founding'

function filled() {
  const f = emptyForm('2026-11-23')
  f.name = ' 上海罗店五金经营部 '
  f.identifier.value = '91310113MA1GK8XX2T'
  f.address = '罗店镇市一路 1 号'
  f.contact = '王晓明'
  f.entryReason = 'ccc'
  f.inScope = 'no'
  f.scopeNote = '产品不属于强制性标准范围'
  f.site.name = '门店'
  return f
}

describe('founding after a survey', () => {
  it('starts with nothing decided and says what is missing', () => {
    const faults = faultsOf(emptyForm('2026-11-23'), true)
    expect(Object.keys(faults).sort()).toEqual([
      'address',
      'entryReason',
      'identifier/value',
      'inScope',
      'name',
      'office',
      'site/name',
    ])
  })

  it('sends an unknown figure as absent, never as zero', () => {
    const f = filled()
    expect(bodyOf(f).businesses).toEqual([{ kind: 'retail', year: 2025, basis: 'survey' }])
    f.businesses[0]!.headcount = '0'
    f.businesses[0]!.revenue = '1,234.50'
    expect(bodyOf(f).businesses[0]).toMatchObject({ headcount: 0, revenue: 1234.5 })
  })

  it('refuses half a person and a third decimal', () => {
    const f = filled()
    f.businesses[0]!.headcount = '2.5'
    f.businesses[0]!.revenue = '1.005'
    expect(faultsOf(f, false)).toEqual({
      'businesses/0/headcount': 'whole',
      'businesses/0/revenue': 'number',
    })
  })

  it('sends reason, market and stall instead of a number that there is not', () => {
    const f = filled()
    f.identifier = {
      kind: 'none',
      value: 'x',
      confirmed: true,
      reason: '未办照',
      market: '罗店市场',
      stall: '12',
    }
    expect(faultsOf(f, false)).toEqual({})
    expect(bodyOf(f).identifier).toEqual({ kind: 'none', reason: '未办照', market: '罗店市场', stall: '12' })
  })
})
