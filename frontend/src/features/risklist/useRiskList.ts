import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { api, unwrap } from '@/api/client'
import type { components } from '@/api/schema.gen'
import { useHere } from '@/features/enterprise/here'

export type RiskList = components['schemas']['RiskList']
export type RiskItem = components['schemas']['RiskItem']
export type Rhythm = RiskItem['rhythm']
export const rhythms: Rhythm[] = ['daily', 'weekly', 'monthly']

/** The list in force, the draft and the versions. */
export function useRiskList() {
  const { enterprise } = useHere()
  const cache = useQueryCache()
  const query = useQuery({
    key: () => ['risklist', enterprise.value],
    query: () =>
      unwrap(
        api.GET('/enterprises/{enterprise}/risk-list', {
          params: { path: { enterprise: enterprise.value } },
        }),
      ),
  })
  const current = computed(() => query.data.value?.current ?? null)
  const draft = computed(() => query.data.value?.draft ?? null)
  const refresh = () =>
    Promise.all([
      cache.invalidateQueries({ key: ['risklist', enterprise.value] }),
      cache.invalidateQueries({ key: ['today', enterprise.value] }),
    ])
  return { query, current, draft, refresh }
}
