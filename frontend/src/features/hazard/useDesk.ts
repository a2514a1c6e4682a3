import { onScopeDispose, type Ref, ref } from 'vue'

/** Whether four columns have room beside one another. */
export function useDesk(): Ref<boolean> {
  const query = window.matchMedia('(min-width: 1024px)')
  const desk = ref(query.matches)
  const on = () => (desk.value = query.matches)
  query.addEventListener('change', on)
  onScopeDispose(() => query.removeEventListener('change', on))
  return desk
}
