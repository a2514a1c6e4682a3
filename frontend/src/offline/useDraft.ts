// One draft on the page: begun or found, written after every change, held by
// one tab at a time.

import { onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'
import { database } from './db'
import { begin, save } from './drafts'
import { browserTabs } from './tabs'
import type { Draft, ListKey, ObligationKey, Owner } from './types'

const quietMs = 250

/**
 * Call in setup, without awaiting before. `mine` turns false when another tab
 * holds the draft; `takeOver` takes it from there.
 */
export function useDraft() {
  const draft = ref<Draft | null>(null)
  const mine = ref(true)
  const savedAt = shallowRef<string | null>(null)
  const failure = shallowRef<unknown>(null)
  const tabs = browserTabs()
  let release = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let dirty = false
  let disposed = false

  async function flush(): Promise<void> {
    clearTimeout(timer)
    const current = draft.value
    if (!dirty || !current || !mine.value || current.state !== 'editing') return
    dirty = false
    try {
      const now = new Date()
      if (await save(await database(), current, now)) {
        savedAt.value = now.toISOString()
        tabs.announce({ store: 'drafts', id: current.id })
      }
      failure.value = null
    } catch (error) {
      dirty = true
      failure.value = error
    }
  }

  async function hold(id: string, steal = false): Promise<void> {
    const got = await tabs.hold(`zhize.draft.${id}`, () => (mine.value = false), steal)
    if (disposed) got?.()
    else if (got) release = got
    mine.value = got !== null
  }

  async function open(owner: Owner, obligation: ObligationKey, list: ListKey): Promise<void> {
    const db = await database()
    const found = await begin(db, owner, obligation, list)
    await hold(found.id)
    draft.value = reactive(found) as Draft
    savedAt.value = found.updatedAt
    dirty = false
  }

  async function takeOver(): Promise<void> {
    const current = draft.value
    if (!current) return
    await hold(current.id, true)
    // Read again: the other tab may have written since.
    const stored = await (await database()).get('drafts', current.id)
    if (stored) draft.value = stored
    dirty = false
  }

  watch(
    () => [draft.value?.answers, draft.value?.reason],
    () => {
      if (!draft.value || !mine.value) return
      dirty = true
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), quietMs)
    },
    { deep: true },
  )

  const stopListening = tabs.listen(async (change) => {
    if (mine.value || change.store !== 'drafts' || change.id !== draft.value?.id) return
    const stored = await (await database()).get('drafts', change.id)
    if (stored) draft.value = stored
  })

  const leave = () => void flush()
  document.addEventListener('visibilitychange', leave)
  window.addEventListener('pagehide', leave)

  onScopeDispose(() => {
    disposed = true
    void flush()
    stopListening()
    document.removeEventListener('visibilitychange', leave)
    window.removeEventListener('pagehide', leave)
    release()
  })

  return { draft, mine, savedAt, failure, open, flush, takeOver }
}
