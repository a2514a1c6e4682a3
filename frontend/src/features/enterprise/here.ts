import { computed } from 'vue'
import { type LocationQueryRaw, type RouteLocationRaw, useRoute } from 'vue-router'
import { useSession } from '@/app/session'
import type { Owner } from '@/offline/types'

/** The enterprise in whose name the page is open, and the person. */
export function useHere() {
  const route = useRoute()
  const session = useSession()
  const enterprise = computed(() => String(route.params['enterprise']))
  const account = computed(() => session.account?.id ?? '')
  const owner = computed<Owner>(() => ({ account: account.value, enterprise: enterprise.value }))

  /** A page of the same enterprise. */
  function page(
    name: string,
    params: Record<string, string> = {},
    query: LocationQueryRaw = {},
  ): RouteLocationRaw {
    return { name, params: { enterprise: enterprise.value, ...params }, query }
  }

  return { enterprise, account, owner, page, can: session.can, session }
}
