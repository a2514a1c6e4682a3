import { afterEach, expect, it } from 'vitest'
import { setLocale } from './i18n'
import { said, saidAll } from './said'

afterEach(() => setLocale('zh-CN'))

const holder = {
  code: 'dossier.held.officer',
  text: '质量安全员：乙（兼职）、丙。',
  params: {
    people: [
      {
        code: 'dossier.holder.terms',
        text: '乙（兼职）',
        params: { name: '乙', terms: [{ code: 'dossier.term.part_time', text: '兼职' }] },
      },
      { text: '丙' },
    ],
  },
}

it('is what the server said, in Chinese', () => {
  expect(said(holder)).toBe('质量安全员：乙（兼职）、丙。')
  expect(saidAll([holder, holder], '都是')).toBe('都是')
})

it('is told by code, with the sentences that stand in it', async () => {
  await setLocale('en')
  expect(said(holder)).toBe('Quality officer: 乙 (part time), 丙.')
  expect(saidAll([holder, { code: 'dossier.no_rows', text: '' }])).toBe(
    'Quality officer: 乙 (part time), 丙. The system keeps no such records.',
  )
})

it('stays in the own words of who wrote it', async () => {
  await setLocale('en')
  expect(said({ text: '灭火器箱' })).toBe('灭火器箱')
  expect(said({ code: 'of.a.newer.server', text: '新的一句。' })).toBe('新的一句。')
})
