import { useQuery, useQueryCache } from '@pinia/colada'
import { computed, onScopeDispose, ref, watch } from 'vue'
import { useRoute } from 'vue-router'
import { api, unwrap } from '@/api/client'
import { asProblem } from '@/api/problem'
import { useHere } from '@/features/enterprise/here'
import { database, recall, remember } from '@/offline/db'
import { blank, type Minutes, parse } from './draft'

const quietMs = 1500

/** The month's draft: the server's figures, and what is written, kept on the phone and on the server. */
export function useMinutes() {
  const route = useRoute()
  const { enterprise, owner, can } = useHere()
  const cache = useQueryCache()
  const month = computed(() => String(route.params['month']))
  const path = computed(() => ({ enterprise: enterprise.value, month: month.value }))
  const query = useQuery({
    key: () => ['monthly', enterprise.value, month.value],
    query: () =>
      unwrap(api.GET('/enterprises/{enterprise}/drafts/monthly/{month}', { params: { path: path.value } })),
  })

  const minutes = ref<Minutes>(blank())
  const revision = ref(0)
  const ready = ref(false)
  const kept = ref<'server' | 'phone' | 'conflict' | null>(null)
  const place = () => `monthly.${month.value}`
  let timer: ReturnType<typeof setTimeout> | undefined
  let written = ''

  watch(
    () => query.data.value,
    async (draft) => {
      if (!draft || ready.value) return
      const local = await database()
        .then((db) => recall<{ text: string; revision: number }>(db, owner.value, place()))
        .catch(() => null)
      // What was written here on the revision that still stands is newer than it.
      const mine = local && local.value.revision === draft.revision ? local.value.text : draft.draft
      minutes.value = mine ? parse(mine) : blank()
      written = JSON.stringify(minutes.value)
      revision.value = draft.revision
      ready.value = true
    },
    { immediate: true },
  )

  async function save(): Promise<void> {
    clearTimeout(timer)
    const text = JSON.stringify(minutes.value)
    if (!ready.value || text === written) return
    written = text
    await database()
      .then((db) => remember(db, owner.value, place(), { text, revision: revision.value }))
      .catch(() => {})
    kept.value = 'phone'
    if (!can('record.monthly.prepare')) return
    try {
      const saved = await unwrap(
        api.PUT('/enterprises/{enterprise}/drafts/monthly/{month}', {
          params: { path: path.value },
          body: { draft: text, revision: revision.value },
        }),
      )
      revision.value = saved.revision
      kept.value = 'server'
      await database()
        .then((db) => remember(db, owner.value, place(), { text, revision: saved.revision }))
        .catch(() => {})
    } catch (error) {
      if (asProblem(error).code === 'record.monthly.draft_changed') kept.value = 'conflict'
    }
  }
  watch(
    minutes,
    () => {
      if (!ready.value) return
      clearTimeout(timer)
      timer = setTimeout(() => void save(), quietMs)
    },
    { deep: true },
  )
  const leave = () => void save()
  document.addEventListener('visibilitychange', leave)
  onScopeDispose(() => {
    void save()
    document.removeEventListener('visibilitychange', leave)
  })

  /** Takes over what another has written meanwhile. */
  async function reload(): Promise<void> {
    ready.value = false
    kept.value = null
    await database()
      .then((db) => remember(db, owner.value, place(), { text: '', revision: -1 }))
      .catch(() => {})
    await query.refetch()
  }
  const refresh = () => cache.invalidateQueries({ key: ['monthly', enterprise.value] })
  const stop = () => {
    clearTimeout(timer)
    ready.value = false
  }

  return { month, query, minutes, ready, kept, save, reload, refresh, stop }
}
