import { onScopeDispose, type Ref, reactive, ref, watch } from 'vue'
import { api, unwrap } from '@/api/client'
import { useHere } from '@/features/enterprise/here'
import { lastKept } from '@/features/enterprise/kept'
import { uuidv7 } from '@/lib/id'
import { database, remember } from '@/offline/db'
import { emptyWords, type Words } from './week'

const localMs = 250
const serverMs = 2500

/**
 * The director's words: kept on the phone at once and on the server soon after,
 * so that neither a bad line nor another device loses a sentence.
 */
export function useWords(week: Ref<string>, mayKeep: () => boolean) {
  const { owner, enterprise } = useHere()
  const words = reactive<Words>(emptyWords(uuidv7()))
  /** Where the last change has arrived. */
  const kept = ref<'none' | 'phone' | 'server'>('none')
  const loaded = ref(false)
  const what = () => `weekly-words/${week.value}`
  let timers: ReturnType<typeof setTimeout>[] = []
  let quiet = false

  function take(next: Words) {
    quiet = true
    Object.assign(words, next)
    queueMicrotask(() => (quiet = false))
  }

  /** Of the phone's words and the server's, the later ones. */
  async function load(server: string | undefined) {
    const local = await lastKept<Words>(owner.value, what())
    let best = local?.value
    try {
      const saved = server ? (JSON.parse(server) as Words) : undefined
      if (saved?.id && (!best || saved.at > best.at)) best = saved
    } catch {
      // Another version's words that cannot be read: the phone's stay.
    }
    if (best) take({ ...emptyWords(best.id), ...best })
    kept.value = best ? 'server' : 'none'
    loaded.value = true
  }

  async function keepHere() {
    const db = await database().catch(() => null)
    if (!db) return
    await remember(db, owner.value, what(), { ...words })
    if (kept.value !== 'server') kept.value = 'phone'
  }
  async function keepThere() {
    try {
      await unwrap(
        api.PUT('/enterprises/{enterprise}/drafts/weekly/{week}', {
          params: { path: { enterprise: enterprise.value, week: week.value } },
          body: { draft: JSON.stringify(words) },
        }),
      )
      kept.value = 'server'
    } catch {
      kept.value = 'phone'
    }
  }

  watch(words, () => {
    if (quiet || !loaded.value || !mayKeep()) return
    quiet = true
    words.at = Date.now()
    queueMicrotask(() => (quiet = false))
    kept.value = 'phone'
    timers.forEach(clearTimeout)
    timers = [setTimeout(() => void keepHere(), localMs), setTimeout(() => void keepThere(), serverMs)]
  })
  onScopeDispose(() => {
    if (timers.length > 0 && kept.value === 'phone') void keepHere()
    timers.forEach(clearTimeout)
  })

  return { words, kept, loaded, load, take }
}
