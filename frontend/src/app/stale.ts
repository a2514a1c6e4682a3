// A page of an older build may ask for a chunk that the server no longer has.
// Reloading gets the new build whole; we offer it instead of doing it, since a
// form may be open.

import { ref } from 'vue'
import { router } from './router'

/** Where the person wanted to go when the chunk was missing; null otherwise. */
export const stale = ref<string | null>(null)

const missingChunk =
  /dynamically imported module|Importing a module script failed|error loading dynamically|preload CSS/i

export function watchForStaleChunks(): void {
  router.onError((error: unknown, to) => {
    if (missingChunk.test(String((error as Error)?.message))) stale.value = to.fullPath
  })
}

export function reloadStale(): void {
  window.location.assign(stale.value ?? window.location.href)
}
