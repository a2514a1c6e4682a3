import { onScopeDispose, type Ref, shallowRef, watch } from 'vue'

/**
 * What one rests on. To open something is a look that the enterprise sees, so
 * what is only passed by on the way by key is never told.
 */
export function useRested<T>(of: () => T | undefined): Readonly<Ref<T | undefined>> {
  const rested = shallowRef<T>()
  let pause: ReturnType<typeof setTimeout> | undefined
  watch(
    of,
    (now) => {
      clearTimeout(pause)
      if (now === undefined) rested.value = undefined
      else pause = setTimeout(() => (rested.value = now), 250)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(pause))
  return rested
}
