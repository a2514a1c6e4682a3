import { describe, expect, it } from 'vitest'
import { merge, type Messages } from '@/app/i18n'
import { taskPages } from '@/app/nouns'

const zh = merge(import.meta.glob<Messages>('./zh-CN/*.json', { eager: true, import: 'default' }))
const en = merge(import.meta.glob<Messages>('./en/*.json', { eager: true, import: 'default' }))
const sources = import.meta.glob<string>(['../**/*.vue', '../**/*.ts', '!../kit/**', '!../**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

function keys(m: Messages, before = ''): string[] {
  return Object.entries(m).flatMap(([k, v]) =>
    typeof v === 'string' ? [before + k] : keys(v, `${before}${k}.`),
  )
}

describe('locales', () => {
  it('say the same in both languages', () => {
    // The server says its own sentences in Chinese.
    const both = keys(en).filter((k) => !/^(task|said)\./.test(k))
    expect(both.sort()).toEqual(keys(zh).sort())
  })

  it('say in English what the server asks in Chinese', () => {
    const kinds = keys(en).filter((k) => k.startsWith('task.'))
    expect(kinds).toEqual(expect.arrayContaining(Object.keys(taskPages).map((k) => `task.${k}`)))
  })

  it('name what the log of an agency holds', () => {
    // Lists and the overview are neither acts nor looks.
    const contract = sources['../api/schema.gen.ts'] ?? ''
    const logged = contract
      .split(/^ {4}(?="\/)/m)
      .filter((path) => path.startsWith('"/agencies/'))
      .flatMap((path) => [...path.matchAll(/operations\["(\w+)"\]/g)].map((m) => m[1] ?? ''))
      .filter((operation) => !/^(list|read)[A-Z]/.test(operation))
    expect(logged).toContain('inspectGoods')
    expect(keys(zh)).toEqual(expect.arrayContaining(logged.map((o) => `agency.operation.${o}`)))
  })

  it('hold every key that the source names', () => {
    // What is asked by task is named only where it is not said in Chinese.
    const held = new Set([...keys(zh), ...keys(en).filter((k) => k.startsWith('task.'))])
    const missing = Object.entries(sources).flatMap(([file, text]) =>
      [...text.matchAll(/\bt\(\s*'([\w.]+)'/g)]
        .map((m) => m[1] ?? '')
        .filter((k) => !held.has(k))
        .map((k) => `${file}: ${k}`),
    )
    expect(missing).toEqual([])
  })
})
