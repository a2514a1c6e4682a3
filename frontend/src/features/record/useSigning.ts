import { ref, watch } from 'vue'
import type { Problem } from '@/api/problem'
import type { Answer, Declaration, Draft } from '@/offline/types'
import { useOutbox } from '@/offline/useOutbox'

/** How long a person waits for the answer; afterwards the record is simply safe on the phone. */
const patienceMs = 6000

export type Outcome =
  | { kind: 'delivered' }
  /** Safe on the phone, on its way. */
  | { kind: 'kept' }
  | { kind: 'conflict'; problem: Problem }
  | { kind: 'rejected'; problem: Problem; sent: Answer[] }

/** Signs a draft: first into the outbox, then, if the line is good, to the server. */
export function useSigning() {
  const outbox = useOutbox()
  const busy = ref(false)

  /** What became of an entry: gone is delivered; a refusal says why. */
  function settled(id: string): Outcome | null {
    const entry = outbox.entries.find((e) => e.id === id)
    if (!entry) return { kind: 'delivered' }
    const problem = entry.problem
    if (entry.state === 'conflict' && problem) return { kind: 'conflict', problem }
    if (entry.state === 'rejected' && problem) {
      const { answers } = JSON.parse(entry.body) as { answers: Answer[] }
      return { kind: 'rejected', problem, sent: answers }
    }
    // Tried and not answered: it will be tried again.
    return entry.attempts > 0 ? { kind: 'kept' } : null
  }

  function wait(id: string): Promise<Outcome> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => finish({ kind: 'kept' }), patienceMs)
      const stop = watch(
        () => outbox.entries,
        () => {
          const outcome = settled(id)
          if (outcome) finish(outcome)
        },
      )
      function finish(outcome: Outcome) {
        clearTimeout(timer)
        stop()
        resolve(outcome)
      }
    })
  }

  async function sign(draft: Draft, declaration: Declaration): Promise<Outcome> {
    busy.value = true
    try {
      const entry = await outbox.sign(draft, declaration)
      if (!outbox.online) return { kind: 'kept' }
      return settled(entry.id) ?? (await wait(entry.id))
    } finally {
      busy.value = false
    }
  }

  return { busy, sign }
}
