import { describe, expect, it } from 'vitest'
import { nextTick, ref } from 'vue'
import { type Part, useKeyset } from './keyset'

const settle = () => new Promise((r) => setTimeout(r))

describe('a list by key', () => {
  it('appends what comes behind the last row and stops at the end', async () => {
    const parts: Record<string, Part<number>> = { '': { items: [1, 2], next: 'b' }, b: { items: [3] } }
    const list = useKeyset((after) => Promise.resolve(parts[after ?? ''] ?? { items: [] }))
    await settle()
    expect([list.rows.value, list.more.value]).toEqual([[1, 2], true])
    await list.fetchMore()
    expect([list.rows.value, list.more.value]).toEqual([[1, 2, 3], false])
    await list.fetchMore()
    expect(list.rows.value).toEqual([1, 2, 3])
  })

  it('drops the answer to filters that have changed since', async () => {
    const waiting: ((p: Part<string>) => void)[] = []
    const q = ref('old')
    const list = useKeyset(
      () => new Promise<Part<string>>((r) => waiting.push(r)),
      () => q.value,
    )
    q.value = 'new'
    await nextTick()
    waiting[1]?.({ items: ['new'] })
    await settle()
    waiting[0]?.({ items: ['old'], next: 'x' })
    await settle()
    expect([list.rows.value, list.more.value, list.busy.value]).toEqual([['new'], false, false])
  })

  it('keeps the rows when more of them cannot be fetched', async () => {
    let n = 0
    const list = useKeyset(() =>
      n++ === 0 ? Promise.resolve({ items: [1], next: 'b' }) : Promise.reject(new TypeError('offline')),
    )
    await settle()
    await list.fetchMore()
    expect(list.rows.value).toEqual([1])
    expect(list.error.value).toBeInstanceOf(TypeError)
    expect(list.more.value).toBe(true)
  })
})
