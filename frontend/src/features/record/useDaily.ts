import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { api, unwrap } from '@/api/client'
import type { components } from '@/api/schema.gen'
import { useHere } from '@/features/enterprise/here'

export type Daily = components['schemas']['Daily']

/** The record that the address names, with all its versions. */
export function useDaily() {
  const route = useRoute()
  const { enterprise } = useHere()
  const id = computed(() => String(route.params['record']))
  const query = useQuery({
    key: () => ['daily', enterprise.value, id.value],
    query: () =>
      unwrap(
        api.GET('/enterprises/{enterprise}/records/daily/{record}', {
          params: { path: { enterprise: enterprise.value, record: id.value } },
        }),
      ),
  })
  return { id, query }
}
