import { send } from '@/api/client'
import { problemOf, ProblemError } from '@/api/problem'
import type { Wire } from './outbox'
import type { Acknowledgement, OutboxEntry } from './types'

const enterprisePath = (id: string) => `/enterprises/${encodeURIComponent(id)}`

function pathOf(e: OutboxEntry): string {
  if (e.kind === 'record.daily') return `records/daily/${e.id}`
  return e.kind === 'hazard.step' ? `hazards/${e.hazard}/steps/${e.id}` : `hazards/${e.id}`
}

/** The outbox's two requests against the server. Both may be repeated without effect. */
export const wire: Wire = {
  async putPhoto(photo) {
    const response = await send(`${enterprisePath(photo.enterprise)}/photos/${photo.sha256}`, {
      method: 'PUT',
      body: photo.bytes,
      headers: { 'Content-Type': photo.type },
    })
    if (!response.ok) throw new ProblemError(await problemOf(response))
  },

  async put(entry) {
    const response = await send(`${enterprisePath(entry.enterprise)}/${pathOf(entry)}`, {
      method: 'PUT',
      body: entry.body,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': entry.id },
    })
    if (!response.ok) throw new ProblemError(await problemOf(response))
    return (await response.json()) as Acknowledgement
  },
}
