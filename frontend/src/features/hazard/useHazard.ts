import { useQuery, useQueryCache } from '@pinia/colada'
import { api, unwrap } from '@/api/client'
import { useHere } from '@/features/enterprise/here'
import type { StepBody } from './due'

/** One hazard with its steps. */
export function useHazard(id: () => string) {
  const { enterprise } = useHere()
  return useQuery({
    key: () => ['hazard', enterprise.value, id()],
    enabled: () => id() !== '',
    query: () =>
      unwrap(
        api.GET('/enterprises/{enterprise}/hazards/{hazard}', {
          params: { path: { enterprise: enterprise.value, hazard: id() } },
        }),
      ),
  })
}

/** Takes steps, and lets every page that shows hazards read them again. */
export function useSteps() {
  const { enterprise } = useHere()
  const cache = useQueryCache()

  const take = (hazard: string, step: string, body: StepBody) =>
    unwrap(
      api.PUT('/enterprises/{enterprise}/hazards/{hazard}/steps/{step}', {
        params: { path: { enterprise: enterprise.value, hazard, step } },
        body,
      }),
    )

  function refresh() {
    for (const what of ['hazard', 'hazards', 'today'])
      void cache.invalidateQueries({ key: [what, enterprise.value] })
  }

  return { take, refresh }
}
