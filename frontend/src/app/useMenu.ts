import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { type RouteLocationRaw, useRoute, useRouter } from 'vue-router'
import type { MenuEntry } from './menu'
import { useSession } from './session'

export interface ShownEntry extends MenuEntry {
  to: RouteLocationRaw
  label: string
  active: boolean
}

/** The entries of a menu that exist and that the person may open. */
export function useMenu(entries: MenuEntry[]): ComputedRef<ShownEntry[]> {
  const { t } = useI18n()
  const router = useRouter()
  const route = useRoute()
  const session = useSession()
  return computed(() =>
    entries
      .filter((e) => router.hasRoute(e.route) && (!e.permission || session.can(e.permission)))
      .map((e) => ({
        ...e,
        to: {
          name: e.route,
          params: {
            ...(route.params['enterprise'] ? { enterprise: route.params['enterprise'] } : {}),
            ...(route.params['agency'] ? { agency: route.params['agency'] } : {}),
          },
        },
        label: t(`menu.${e.key}`),
        active: route.meta.menu === e.key,
      })),
  )
}
