import { reactive } from 'vue'

export interface Toast {
  id: number
  text: string
  tone: 'plain' | 'ok' | 'risk'
  /** The label and act of the one button, as in 撤销. */
  action?: { label: string; act: () => void }
}

const shown = reactive<Toast[]>([])
let last = 0

function dismiss(id: number): void {
  const at = shown.findIndex((t) => t.id === id)
  if (at >= 0) shown.splice(at, 1)
}

/**
 * Says something short. A toast with a button stays 8 s, one without 4 s.
 * `later` runs when it has gone without the button: for acts that may be undone
 * before they are sent.
 */
function toast(
  text: string,
  o: { tone?: Toast['tone']; action?: Toast['action']; later?: () => void } = {},
): void {
  const id = ++last
  const item: Toast = { id, text, tone: o.tone ?? 'plain' }
  const timer = setTimeout(
    () => {
      dismiss(id)
      o.later?.()
    },
    o.action ? 8000 : 4000,
  )
  if (o.action) {
    const { label, act } = o.action
    item.action = {
      label,
      act: () => {
        clearTimeout(timer)
        dismiss(id)
        act()
      },
    }
  }
  shown.push(item)
  if (shown.length > 3) shown.shift()
}

export function useToast() {
  return { toast, dismiss, shown }
}
