// What the authority reads of one enterprise.

import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { api, unwrap } from '@/api/client'

/** Every answer is a look that the enterprise sees, so nothing is asked for twice by itself. */
export const quiet = { staleTime: 300_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

export function useInspectedPath() {
  const route = useRoute()
  return computed(() => ({
    agency: String(route.params['agency']),
    enterprise: String(route.params['inspected']),
  }))
}

export function useInspected() {
  const path = useInspectedPath()
  return useQuery({
    ...quiet,
    key: () => ['inspection.enterprise', path.value],
    query: () =>
      unwrap(api.GET('/agencies/{agency}/enterprises/{enterprise}', { params: { path: path.value } })),
  })
}

export function useInspectedDailies(month: () => string) {
  const path = useInspectedPath()
  return useQuery({
    ...quiet,
    key: () => ['inspection.dailies', path.value, month()],
    query: () =>
      unwrap(
        api.GET('/agencies/{agency}/enterprises/{enterprise}/daily', {
          params: { path: path.value, query: { month: month() } },
        }),
      ),
  })
}

/** One record; none while `record` gives none. */
export function useInspectedDaily(record: () => string | undefined) {
  const path = useInspectedPath()
  return useQuery({
    ...quiet,
    key: () => ['inspection.daily', path.value, record() ?? ''],
    enabled: () => record() !== undefined,
    query: () =>
      unwrap(
        api.GET('/agencies/{agency}/enterprises/{enterprise}/daily/{record}', {
          params: { path: { ...path.value, record: record() ?? '' } },
        }),
      ),
  })
}

/** Under which the blobs of an enterprise lie. */
export function useBlobPath() {
  const path = useInspectedPath()
  return (rest: string) => `/agencies/${path.value.agency}/enterprises/${path.value.enterprise}/${rest}`
}
