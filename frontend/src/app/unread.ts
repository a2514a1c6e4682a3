// The number beside the bell. It is asked for when a page is opened, and not again
// for five minutes: nothing polls.

import { ref } from 'vue'
import { api } from '@/api/client'

const pause = 5 * 60_000
let looked = 0

export const unread = ref(0)

/** What a page that has just asked knows. */
export function setUnread(n: number): void {
  unread.value = n
}

/** Asks anew if the last answer is old, or another person has signed in. */
export async function lookForNotices(now: number, again = false): Promise<void> {
  if (!again && now - looked < pause) return
  looked = now
  try {
    const { data } = await api.GET('/me/notices/unread')
    if (data) unread.value = data.unread
  } catch {
    // Without a network the old number stays.
  }
}
