import { onScopeDispose, type Ref, ref } from 'vue'

/** Whether the window is a desk's. */
export function useWide(): Ref<boolean> {
  const query = window.matchMedia('(min-width: 900px)')
  const wide = ref(query.matches)
  const on = () => (wide.value = query.matches)
  query.addEventListener('change', on)
  onScopeDispose(() => query.removeEventListener('change', on))
  return wide
}
