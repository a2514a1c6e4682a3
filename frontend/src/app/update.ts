// A new version is offered, never forced: the old one stays whole until the
// person says yes, and nobody is asked while a form is half filled.

import { computed, ref } from 'vue'

const waiting = ref<(() => Promise<void>) | null>(null)
const busyForms = ref(0)

/** A page with a form calls this in setup and releases it when the form is done or left. */
export function holdUpdates(): () => void {
  busyForms.value++
  let held = true
  return () => {
    if (held) busyForms.value--
    held = false
  }
}

export const updateOffered = computed(() => waiting.value !== null && busyForms.value === 0)

export async function acceptUpdate(): Promise<void> {
  await waiting.value?.()
}

const hour = 3_600_000

export async function watchForUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const { registerSW } = await import('virtual:pwa-register')
  const update = registerSW({
    onNeedRefresh: () => {
      waiting.value = () => update(true)
    },
    onRegisteredSW: (_url, registration) => {
      setInterval(() => {
        if (navigator.onLine) void registration?.update().catch(() => {})
      }, hour)
    },
  })
}
