// Drafts of the day's check. A draft is written at every answer and survives a
// reload, a crash, a second tab and the logging out of its writer.

import { uuidv7 } from '@/lib/id'
import type { Database } from './db'
import type { Draft, ListKey, ObligationKey, Owner } from './types'

function keyOf(owner: Owner, o: ObligationKey): [string, string, string, string, string] {
  return [owner.account, owner.enterprise, o.site, o.shift, o.day]
}

/** A copy without Vue's proxies, which IndexedDB cannot store. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/**
 * The draft for a duty: the one begun before, or a new one with its id. One
 * transaction, so that two tabs beginning at once share one draft.
 */
export async function begin(
  db: Database,
  owner: Owner,
  obligation: ObligationKey,
  list: ListKey,
  now: Date = new Date(),
): Promise<Draft> {
  const tx = db.transaction('drafts', 'readwrite')
  const found = await tx.store.index('obligation').get(keyOf(owner, obligation))
  if (found) {
    await tx.done
    return found
  }
  const draft: Draft = {
    ...owner,
    id: uuidv7(now.getTime()),
    obligation: { site: obligation.site, shift: obligation.shift, day: obligation.day },
    list: { id: list.id, version: list.version },
    answers: {},
    startedAt: now.toISOString(),
    updatedAt: now.toISOString(),
    state: 'editing',
  }
  await tx.store.add(draft)
  await tx.done
  return draft
}

export function find(db: Database, owner: Owner, o: ObligationKey): Promise<Draft | undefined> {
  return db.getFromIndex('drafts', 'obligation', keyOf(owner, o))
}

/** Writes the answers, unless the draft has been handed to the outbox meanwhile. */
export async function save(db: Database, draft: Draft, now: Date = new Date()): Promise<boolean> {
  const tx = db.transaction('drafts', 'readwrite')
  const stored = await tx.store.get(draft.id)
  const open = stored?.state === 'editing'
  if (open) await tx.store.put({ ...plain(draft), state: 'editing', updatedAt: now.toISOString() })
  await tx.done
  return open
}

/** Deletes a draft that its writer gives up; one in the outbox stays. */
export async function discard(db: Database, id: string): Promise<boolean> {
  const tx = db.transaction(['drafts', 'outbox'], 'readwrite')
  const queued = (await tx.objectStore('outbox').getKey(id)) !== undefined
  if (!queued) await tx.objectStore('drafts').delete(id)
  await tx.done
  return !queued
}

export function draftsOf(db: Database, owner: Owner): Promise<Draft[]> {
  return db.getAllFromIndex('drafts', 'owner', [owner.account, owner.enterprise])
}
