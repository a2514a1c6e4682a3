import { useQuery, useQueryCache } from '@pinia/colada'
import { api, unwrap } from '@/api/client'
import { useHere } from '@/features/enterprise/here'
import { askOrRecall } from '@/features/enterprise/kept'
import type { Hazard } from './due'

/** One hazard with its steps; without a network as it was seen last. */
export function useHazard(id: () => string) {
  const { enterprise, owner } = useHere()
  return useQuery({
    key: () => ['hazard', enterprise.value, id()],
    enabled: () => id() !== '',
    query: async () => {
      const kept = await askOrRecall<Hazard>(owner.value, `hazard.${id()}`, () =>
        unwrap(
          api.GET('/enterprises/{enterprise}/hazards/{hazard}', {
            params: { path: { enterprise: enterprise.value, hazard: id() } },
          }),
        ),
      )
      return kept.value
    },
  })
}

/** Lets every page that shows hazards read them again. */
export function useRefresh() {
  const { enterprise } = useHere()
  const cache = useQueryCache()
  return function refresh() {
    for (const what of ['hazard', 'hazards', 'today'])
      void cache.invalidateQueries({ key: [what, enterprise.value] })
  }
}
