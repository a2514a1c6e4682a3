// How the person of this phone signs: by a tap under the declaration, or by hand.

import { ref } from 'vue'

const key = 'zhize.signing'

function stored(): boolean {
  try {
    return localStorage.getItem(key) === 'hand'
  } catch {
    return false
  }
}

/** Whether the pad is offered at once. */
export const byHand = ref(stored())

export function signByHand(on: boolean): void {
  byHand.value = on
  try {
    localStorage.setItem(key, on ? 'hand' : 'tap')
  } catch {
    // Private browsing: the choice lasts as long as the page.
  }
}
