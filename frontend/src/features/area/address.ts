import type { LocationQueryRaw, Router } from 'vue-router'

/**
 * Writes what is shown into the address, for "back" and for sent links, without
 * a navigation: one would scroll the page to its top at every day or month.
 */
export function keepInAddress(router: Router, query: LocationQueryRaw): void {
  const to = router.resolve({ query: { ...router.currentRoute.value.query, ...query } })
  window.history.replaceState({ ...window.history.state, current: to.fullPath }, '', to.href)
}
