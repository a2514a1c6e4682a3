import { ref } from 'vue'
import type { Problem } from '@/api/problem'
import type { Answer, Declaration, Draft } from '@/offline/types'
import { type Arrival, useArrival } from '@/offline/useArrival'
import { useOutbox } from '@/offline/useOutbox'

export type Outcome =
  | Exclude<Arrival, { kind: 'refused' }>
  | { kind: 'conflict'; problem: Problem }
  | { kind: 'rejected'; problem: Problem; sent: Answer[] }

/** Signs a draft: first into the outbox, then, if the line is good, to the server. */
export function useSigning() {
  const outbox = useOutbox()
  const arrival = useArrival()
  const busy = ref(false)

  async function sign(draft: Draft, declaration: Declaration): Promise<Outcome> {
    busy.value = true
    try {
      const { id } = await outbox.sign(draft, declaration)
      const came = await arrival(id)
      if (came.kind !== 'refused') return came
      const { entry, problem } = came
      if (entry.state === 'conflict') return { kind: 'conflict', problem }
      const { answers } = JSON.parse(entry.body) as { answers: Answer[] }
      return { kind: 'rejected', problem, sent: answers }
    } finally {
      busy.value = false
    }
  }

  return { busy, sign }
}
