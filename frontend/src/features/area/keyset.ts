// A list fetched by key: {items, next}. What the filters name is fetched anew
// when they change; an answer to filters that have changed since is dropped.

import { type Ref, ref, watch } from 'vue'

export interface Part<R> {
  items: R[]
  next?: string
}

export interface Keyset<R> {
  rows: Ref<R[]>
  /** There is more behind the last row. */
  more: Ref<boolean>
  busy: Ref<boolean>
  /** Nothing has been answered yet. */
  fresh: Ref<boolean>
  error: Ref<unknown>
  fetchMore: () => Promise<void>
  /** From the first row again. */
  reload: () => Promise<void>
}

export function useKeyset<R>(
  fetchPart: (after: string | undefined) => Promise<Part<R>>,
  filters: () => unknown = () => null,
): Keyset<R> {
  const rows = ref([]) as Ref<R[]>
  const next = ref<string>()
  const more = ref(false)
  const busy = ref(false)
  const fresh = ref(true)
  const error = ref<unknown>(null)
  let asked = 0

  async function fetchFrom(after: string | undefined): Promise<void> {
    const mine = ++asked
    busy.value = true
    error.value = null
    try {
      const part = await fetchPart(after)
      if (mine !== asked) return
      rows.value = after === undefined ? part.items : [...rows.value, ...part.items]
      next.value = part.next
      more.value = !!part.next
      fresh.value = false
    } catch (e) {
      if (mine !== asked) return
      error.value = e
    } finally {
      if (mine === asked) busy.value = false
    }
  }

  const reload = () => fetchFrom(undefined)
  watch(() => JSON.stringify(filters()), reload, { immediate: true })

  return {
    rows,
    more,
    busy,
    fresh,
    error,
    reload,
    fetchMore: () => (next.value && !busy.value ? fetchFrom(next.value) : Promise.resolve()),
  }
}
