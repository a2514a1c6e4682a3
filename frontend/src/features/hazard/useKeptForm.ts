import { onScopeDispose, watch } from 'vue'
import { useHere } from '@/features/enterprise/here'
import { lastKept } from '@/features/enterprise/kept'
import { database, remember } from '@/offline/db'

const quietMs = 250

/**
 * What was typed into a form, kept on the phone until the outbox takes it: a
 * bad line or a closed page loses nothing.
 */
export function useKeptForm<T extends { photos: string[] }>(key: string, form: T) {
  const { owner } = useHere()
  let timer: ReturnType<typeof setTimeout> | undefined
  let paused = false

  const write = () =>
    database()
      .then((db) => remember(db, owner.value, key, form))
      .catch(() => {})

  const ready = lastKept<T | null>(owner.value, key).then((kept) => {
    if (kept?.value) Object.assign(form, kept.value)
  })

  const stop = watch(
    form,
    () => {
      clearTimeout(timer)
      if (!paused) timer = setTimeout(() => void write(), quietMs)
    },
    { deep: true },
  )
  onScopeDispose(() => {
    stop()
    clearTimeout(timer)
    if (!paused) void write()
  })

  /** The outbox has it. */
  function pause() {
    paused = true
    clearTimeout(timer)
  }
  /** It is typed again. */
  function resume() {
    paused = false
  }

  return { key, ready, pause, resume }
}
