import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { api, unwrap } from '@/api/client'
import type { components } from '@/api/schema.gen'
import { useHere } from '@/features/enterprise/here'

export type Appointment = components['schemas']['Appointment']
export type Post = Appointment['post']
export const posts: Post[] = ['principal', 'director', 'officer']

export interface Person {
  account: string
  name: string
}

/** The appointments of the enterprise and the people in them. */
export function useAppointments() {
  const { enterprise } = useHere()
  const cache = useQueryCache()
  const query = useQuery({
    key: () => ['appointments', enterprise.value],
    query: () =>
      unwrap(
        api.GET('/enterprises/{enterprise}/appointments', {
          params: { path: { enterprise: enterprise.value } },
        }),
      ),
  })
  const all = computed(() => query.data.value?.items ?? [])
  const inOffice = computed(() => all.value.filter((a) => a.inOffice))
  const ended = computed(() => all.value.filter((a) => !a.inOffice))
  const people = computed<Person[]>(() => [
    ...new Map(inOffice.value.map((a) => [a.account, { account: a.account, name: a.personName }])).values(),
  ])
  const refresh = () => {
    void cache.invalidateQueries({ key: ['appointments', enterprise.value] })
    void cache.invalidateQueries({ key: ['today', enterprise.value] })
  }
  return { query, all, inOffice, ended, people, refresh }
}
