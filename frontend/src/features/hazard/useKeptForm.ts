import { onScopeDispose, watch } from 'vue'
import { useHere } from '@/features/enterprise/here'
import { lastKept } from '@/features/enterprise/kept'
import { database, remember } from '@/offline/db'

const quietMs = 250

/**
 * What was typed into a form, kept on the phone until it is sent: a bad line or
 * a closed page loses nothing.
 */
export function useKeptForm<T extends { photos: string[] }>(what: string, form: T) {
  const { owner } = useHere()
  const key = `form.${what}`
  let timer: ReturnType<typeof setTimeout> | undefined
  let done = false

  const write = (value: T | null) =>
    database()
      .then((db) => remember(db, owner.value, key, value))
      .catch(() => {})

  const ready = lastKept<T | null>(owner.value, key).then((kept) => {
    if (kept?.value) Object.assign(form, kept.value)
  })

  const stop = watch(
    form,
    () => {
      clearTimeout(timer)
      if (!done) timer = setTimeout(() => void write({ ...form }), quietMs)
    },
    { deep: true },
  )
  onScopeDispose(() => {
    stop()
    clearTimeout(timer)
    if (!done) void write({ ...form })
  })

  /** It was sent: nothing is kept any more. */
  function forget() {
    done = true
    clearTimeout(timer)
    return write(null)
  }

  return { ready, forget }
}
