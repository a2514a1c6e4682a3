import { useQuery } from '@pinia/colada'
import { computed, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'
import { api, unwrap } from '@/api/client'
import type { components } from '@/api/schema.gen'
import { useSession } from '@/app/session'

/** The agency of the page. */
export function useAgency(): ComputedRef<string> {
  const route = useRoute()
  return computed(() => String(route.params['agency']))
}

type Overview = components['schemas']['Overview']

/** The overview of a month; without one, of the present month. */
export function useOverview(month: () => string | undefined = () => undefined) {
  const agency = useAgency()
  return useQuery<Overview, Error, Overview | undefined>({
    key: () => ['area.overview', agency.value, month() ?? ''],
    query: () => {
      const m = month()
      return unwrap(
        api.GET('/agencies/{agency}/overview', {
          params: { path: { agency: agency.value }, query: m ? { month: m } : {} },
        }),
      )
    },
    staleTime: 20_000,
    // Turning the month leaves the old one standing until the new one is there.
    placeholderData: (before) => before,
  })
}

/** The offices of the area as choices; none for an agency that is an office itself. */
export function useOffices() {
  const session = useSession()
  const overview = useOverview()
  return computed(() =>
    session.active?.level === 'office'
      ? []
      : (overview.data.value?.offices ?? []).map((o) => ({ value: o.agency, label: o.name })),
  )
}
