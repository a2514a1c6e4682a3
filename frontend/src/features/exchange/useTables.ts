import { useQuery } from '@pinia/colada'
import { api, unwrap } from '@/api/client'
import type { components } from '@/api/schema.gen'
import { useHere } from '@/features/enterprise/here'

export type Table = components['schemas']['Table']
export type Import = components['schemas']['Import']

/** The tables that the person may bring in or take out here. */
export function useTables() {
  const { enterprise } = useHere()
  return useQuery({
    key: () => ['tables', enterprise.value],
    query: () =>
      unwrap(
        api.GET('/enterprises/{enterprise}/tables', { params: { path: { enterprise: enterprise.value } } }),
      ),
  })
}
