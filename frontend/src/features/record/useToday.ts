import { useQuery } from '@pinia/colada'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { api, unwrap } from '@/api/client'
import { useHere } from '@/features/enterprise/here'
import { askOrRecall, type Kept, lastKept } from '@/features/enterprise/kept'
import { database } from '@/offline/db'
import { draftsOf } from '@/offline/drafts'
import type { Draft, ObligationKey } from '@/offline/types'
import { useOutbox } from '@/offline/useOutbox'
import { keyOf, type Today } from './today'

/** How long a bad line may take before the last known day is shown. */
const patienceMs = 900

/** Today as served, or as last served where the line is bad. */
export function useToday() {
  const { enterprise, owner } = useHere()
  const outbox = useOutbox()
  const query = useQuery({
    key: () => ['today', enterprise.value],
    query: () =>
      askOrRecall<Today>(owner.value, 'today', () =>
        unwrap(
          api.GET('/enterprises/{enterprise}/today', { params: { path: { enterprise: enterprise.value } } }),
        ),
      ),
    staleTime: 10_000,
  })

  const before = shallowRef<Kept<Today> | null>(null)
  const timer = setTimeout(async () => {
    if (query.data.value === undefined) before.value = await lastKept<Today>(owner.value, 'today')
  }, patienceMs)
  onScopeDispose(() => clearTimeout(timer))

  const shown = computed(() => query.data.value ?? before.value)
  const today = computed(() => shown.value?.value ?? null)
  const keptAt = computed(() => shown.value?.keptAt ?? null)

  watch(
    () => [outbox.delivered, outbox.online],
    () => void query.refetch(),
  )

  return { query, today, keptAt }
}

/** The drafts and unsent records of this phone, by check. */
export function useHeld() {
  const { owner } = useHere()
  const outbox = useOutbox()
  const drafts = ref(new Map<string, Draft>())

  async function reload(): Promise<void> {
    const all = await draftsOf(await database(), owner.value)
    drafts.value = new Map(all.map((d) => [keyOf(d.obligation), d]))
  }
  watch(
    () => outbox.entries,
    () => void reload().catch(() => {}),
    { immediate: true },
  )

  const draftOf = (o: ObligationKey) => drafts.value.get(keyOf(o))
  const entryOf = (o: ObligationKey) =>
    outbox.entries.find(
      (e) =>
        e.kind === 'record.daily' &&
        e.enterprise === owner.value.enterprise &&
        keyOf(e.obligation) === keyOf(o),
    )

  return { draftOf, entryOf, reload }
}
