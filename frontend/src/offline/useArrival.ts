import { watch } from 'vue'
import type { Problem } from '@/api/problem'
import type { OutboxEntry } from './types'
import { useOutbox } from './useOutbox'

/** How long a person waits for the answer; afterwards what he did is simply safe on the phone. */
const patienceMs = 6000

export type Arrival =
  | { kind: 'delivered' }
  /** Safe on the phone, on its way. */
  | { kind: 'kept' }
  | { kind: 'refused'; problem: Problem; entry: OutboxEntry }

/** What becomes of an entry while its person looks on. */
export function useArrival() {
  const outbox = useOutbox()

  /** Gone is delivered; a refusal says why. */
  function settled(id: string): Arrival | null {
    const entry = outbox.entries.find((e) => e.id === id)
    if (!entry) return { kind: 'delivered' }
    if (entry.state !== 'waiting' && entry.problem) return { kind: 'refused', problem: entry.problem, entry }
    // Tried and not answered: it will be tried again.
    return entry.attempts > 0 ? { kind: 'kept' } : null
  }

  function wait(id: string): Promise<Arrival> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => finish({ kind: 'kept' }), patienceMs)
      const stop = watch(
        () => outbox.entries,
        () => {
          const outcome = settled(id)
          if (outcome) finish(outcome)
        },
      )
      function finish(outcome: Arrival) {
        clearTimeout(timer)
        stop()
        resolve(outcome)
      }
    })
  }

  return async function arrival(id: string): Promise<Arrival> {
    if (!outbox.online) return { kind: 'kept' }
    return settled(id) ?? (await wait(id))
  }
}
