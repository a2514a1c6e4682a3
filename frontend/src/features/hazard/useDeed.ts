import { onScopeDispose } from 'vue'
import { ProblemError } from '@/api/problem'
import type { Deed } from '@/offline/outbox'
import { useArrival } from '@/offline/useArrival'
import { useOutbox } from '@/offline/useOutbox'
import type { useKeptForm } from './useKeptForm'

/** Sends what was done about a hazard by way of the outbox, so that a bad line loses nothing. */
export function useDeed(form: ReturnType<typeof useKeptForm>) {
  const outbox = useOutbox()
  const arrival = useArrival()
  let gone = false
  onScopeDispose(() => (gone = true))

  /** True if it arrived, false if it is safe on the phone. What is refused goes back to the form. */
  return async function send(deed: Omit<Deed, 'kept'>): Promise<boolean> {
    form.pause()
    try {
      await outbox.act({ ...deed, kept: form.key })
      const came = await arrival(deed.id)
      // Who has left the form meanwhile is told by the hazard's page.
      if (came.kind === 'refused' && !gone) {
        await outbox.amend(deed.id, form.key)
        throw new ProblemError(came.problem)
      }
      return came.kind === 'delivered'
    } catch (error) {
      form.resume()
      throw error
    }
  }
}
