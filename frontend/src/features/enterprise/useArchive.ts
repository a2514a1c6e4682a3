import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { api, unwrap } from '@/api/client'
import type { components } from '@/api/schema.gen'
import { useHere } from './here'
import { askOrRecall } from './kept'

export type Enterprise = components['schemas']['Enterprise']
export type Site = components['schemas']['Site']
export type SiteKind = Site['kind']

/** The archive of the enterprise, with its sites. */
export function useArchive() {
  const { enterprise, owner } = useHere()
  const query = useQuery({
    key: () => ['enterprise', enterprise.value],
    query: () =>
      askOrRecall<Enterprise>(owner.value, 'enterprise', () =>
        unwrap(api.GET('/enterprises/{enterprise}', { params: { path: { enterprise: enterprise.value } } })),
      ),
    staleTime: 60_000,
  })
  const archive = computed(() => query.data.value?.value ?? null)
  const openSites = computed(() => (archive.value?.sites ?? []).filter((s) => !s.closedOn))
  const siteName = (id?: string) => archive.value?.sites.find((s) => s.id === id)?.name ?? ''
  const siteKind = (id: string): SiteKind | undefined => archive.value?.sites.find((s) => s.id === id)?.kind
  return { query, archive, openSites, siteName, siteKind }
}
