// The outbox: what has been signed, or done about a hazard, and not yet
// acknowledged by the server.
//
// Rules. The text that is sent is frozen when it is signed. Entries leave in
// the order they were queued; a network failure stops the line, a refusal does
// not. Nothing is dropped because the server said no: it stays, with the
// reason, until a person decides. Our copy is deleted only after an answer
// that repeats the id of what we sent, and of a record its hash, so that a hotel's login
// page or a lost answer cannot cost a record.

import { asProblem, type Problem, ProblemError } from '@/api/problem'
import { sha256 } from '@/lib/id'
import { servedKey, type Database, deviceId, markWaiting } from './db'
import { plain } from './drafts'
import type {
  Acknowledgement,
  Answer,
  DailyEntry,
  DailyPayload,
  Declaration,
  Draft,
  HazardEntry,
  OutboxEntry,
  Owner,
  StoredPhoto,
} from './types'

/** The two requests that the outbox makes; each throws a ProblemError, or a TypeError without network. */
export interface Wire {
  putPhoto(photo: StoredPhoto): Promise<void>
  put(entry: OutboxEntry): Promise<Acknowledgement>
}

/** Back-off in ms: doubles from 2 s to 5 min, the upper half at random, so that a district's phones do not return in one beat. */
export function backoff(attempts: number, random: () => number = Math.random): number {
  const full = Math.min(300_000, 2_000 * 2 ** Math.max(0, attempts - 1))
  return Math.round(full / 2 + (random() * full) / 2)
}

const sameOwner = (a: Owner, b: Owner) => a.account === b.account && a.enterprise === b.enterprise

const waitingSince = (now: Date) => ({
  queuedAt: now.getTime(),
  attempts: 0,
  notBefore: 0,
  state: 'waiting' as const,
})

/** Under which name the form of an entry is kept while it is typed. */
export const formOf = (e: Pick<HazardEntry, 'id' | 'hazard' | 'step'>) =>
  `form.hazard.${e.step ? `${e.hazard}.${e.step}` : `report.${e.id}`}`

/** Signs off a draft: freezes its payload into the outbox. A second tap finds the first one's entry. */
export async function submit(
  db: Database,
  draft: Draft,
  declaration: Declaration,
  skewMs: number | null,
  now: Date = new Date(),
): Promise<OutboxEntry> {
  const answers: Answer[] = Object.values(plain(draft.answers))
  const payload: DailyPayload = {
    payloadVersion: 1,
    obligation: plain(draft.obligation),
    listId: draft.list.id,
    listVersion: draft.list.version,
    startedAt: draft.startedAt,
    submittedAt: now.toISOString(),
    deviceSkewMs: skewMs ?? 0,
    device: await deviceId(db),
    answers,
    ...(draft.reason ? { reason: draft.reason } : {}),
    declaration: plain(declaration),
  }
  const body = JSON.stringify(payload)
  const entry: DailyEntry = {
    id: draft.id,
    account: draft.account,
    enterprise: draft.enterprise,
    kind: 'record.daily',
    obligation: payload.obligation,
    body,
    bodyHash: await sha256(new TextEncoder().encode(body)),
    photos: [...new Set(answers.flatMap((a) => a.photos ?? []))],
    ...waitingSince(now),
  }
  const tx = db.transaction(['drafts', 'outbox'], 'readwrite')
  const already = await tx.objectStore('outbox').get(draft.id)
  if (!already) {
    await tx.objectStore('outbox').add(entry)
    const stored = await tx.objectStore('drafts').get(draft.id)
    await tx
      .objectStore('drafts')
      .put({ ...plain(stored ?? draft), answers: plain(draft.answers), state: 'queued' })
  }
  await tx.done
  markWaiting(await db.count('outbox'))
  return (already as DailyEntry | undefined) ?? entry
}

/** What somebody did about a hazard. kept is the form in which he typed it. */
export type Deed = Pick<
  HazardEntry,
  'account' | 'enterprise' | 'id' | 'kind' | 'hazard' | 'title' | 'step' | 'typed'
> & {
  body: { photos?: string[] }
  kept: string
}

/** Puts a deed into the outbox in place of the form in which it was typed. A second tap finds the first one's entry. */
export async function queue(
  db: Database,
  { kept, body, ...deed }: Deed,
  now: Date = new Date(),
): Promise<void> {
  const entry: HazardEntry = {
    ...plain(deed),
    body: JSON.stringify(body),
    photos: [...new Set(body.photos ?? [])],
    ...waitingSince(now),
  }
  const tx = db.transaction(['outbox', 'served'], 'readwrite')
  if (!(await tx.objectStore('outbox').get(entry.id))) await tx.objectStore('outbox').add(entry)
  await tx.objectStore('served').delete(servedKey(entry, kept))
  await tx.done
  markWaiting(await db.count('outbox'))
}

/** A refused or conflicting entry becomes a draft, or a form, again, with the same id. */
export async function reopen(db: Database, id: string, form?: string): Promise<Draft | undefined> {
  const tx = db.transaction(['drafts', 'outbox', 'served'], 'readwrite')
  const entry = await tx.objectStore('outbox').get(id)
  const draft = await tx.objectStore('drafts').get(id)
  if (entry && entry.state !== 'waiting') {
    if (entry.kind !== 'record.daily') {
      await tx.objectStore('outbox').delete(id)
      await tx
        .objectStore('served')
        .put({ key: servedKey(entry, form ?? formOf(entry)), at: Date.now(), value: entry.typed })
    } else if (draft) {
      draft.state = 'editing'
      await tx.objectStore('outbox').delete(id)
      await tx.objectStore('drafts').put(draft)
    }
  }
  await tx.done
  markWaiting(await db.count('outbox'))
  return draft
}

/** Deletes a refused or conflicting entry and its draft: only ever on a person's word. */
export async function giveUp(db: Database, id: string): Promise<void> {
  const tx = db.transaction(['drafts', 'outbox'], 'readwrite')
  const entry = await tx.objectStore('outbox').get(id)
  if (entry && entry.state !== 'waiting') {
    await tx.objectStore('outbox').delete(id)
    await tx.objectStore('drafts').delete(id)
  }
  await tx.done
  if (entry) await sweepPhotos(db, entry)
  markWaiting(await db.count('outbox'))
}

/** Deletes the photos of an owner that no draft, no entry and no form names. */
export async function sweepPhotos(db: Database, owner: Owner): Promise<void> {
  const range = [owner.account, owner.enterprise] as [string, string]
  const tx = db.transaction(['drafts', 'outbox', 'served', 'photos'], 'readwrite')
  const forms = servedKey(owner, 'form.')
  const typed = (await tx.objectStore('served').getAll(IDBKeyRange.bound(forms, `${forms}\uffff`))) as {
    value: { photos?: string[] } | null
  }[]
  const drafts = await tx.objectStore('drafts').index('owner').getAll(range)
  const entries = await tx.objectStore('outbox').index('owner').getAll(range)
  const named = new Set([
    ...drafts.flatMap((d) => Object.values(d.answers).flatMap((a) => a.photos ?? [])),
    ...entries.flatMap((e) => e.photos),
    ...typed.flatMap((f) => f.value?.photos ?? []),
  ])
  const photos = tx.objectStore('photos')
  for (const key of await photos.index('owner').getAllKeys(range)) {
    if (!named.has(key[2])) await photos.delete(key)
  }
  await tx.done
}

async function change(db: Database, id: string, how: (e: OutboxEntry) => void): Promise<void> {
  const tx = db.transaction('outbox', 'readwrite')
  const entry = await tx.store.get(id)
  if (entry) {
    how(entry)
    await tx.store.put(plain(entry))
  }
  await tx.done
}

async function acknowledged(db: Database, entry: OutboxEntry): Promise<void> {
  const tx = db.transaction(['drafts', 'outbox'], 'readwrite')
  await tx.objectStore('outbox').delete(entry.id)
  await tx.objectStore('drafts').delete(entry.id)
  await tx.done
  await sweepPhotos(db, entry)
  markWaiting(await db.count('outbox'))
}

const missingPhoto: Problem = {
  type: 'about:blank',
  title: '',
  status: 0,
  code: 'client.photo_missing',
  detail: '',
}

async function deliver(db: Database, wire: Wire, entry: OutboxEntry): Promise<Acknowledgement> {
  for (const hash of entry.photos) {
    const photo = await db.get('photos', [entry.account, entry.enterprise, hash])
    if (!photo) throw new ProblemError({ ...missingPhoto, status: 422 })
    await wire.putPhoto(photo)
  }
  return wire.put(entry)
}

/** Whether the answer says that the server holds what we sent. A report may have become a step of an open hazard. */
function holds(ack: Acknowledgement | null, entry: OutboxEntry): boolean {
  if (entry.kind === 'record.daily')
    return ack?.id === entry.id && 'bodyHash' in ack && ack.bodyHash === entry.bodyHash
  const steps = ack && 'steps' in ack ? ack.steps : []
  return (entry.kind === 'hazard.report' && ack?.id === entry.id) || steps.some((s) => s.id === entry.id)
}

/** What a failure does to an entry: refusals are final until a person acts, everything else is tried again. */
function failureState(problem: Problem): 'waiting' | 'rejected' | 'conflict' | 'session' {
  if (problem.status === 401 || problem.code === 'identity.password.must_change') return 'session'
  if (problem.code === 'record.daily.already_submitted') return 'conflict'
  // Every attempt sends the photos first; one that got lost there is sent again.
  if (problem.code === 'record.photo.missing' || problem.code === 'photo.missing') return 'waiting'
  const refused = problem.status >= 400 && problem.status < 500
  return refused && problem.status !== 408 && problem.status !== 429 ? 'rejected' : 'waiting'
}

/** What one round did. next is when to try again (device ms), if something waits. */
export interface Round {
  sent: string[]
  refused: string[]
  next: number | null
  /** The session has ended: nothing moves until the person logs in. */
  session: boolean
}

/**
 * Sends what waits, oldest first, for one account. The caller holds the lock
 * that keeps other tabs from doing the same.
 */
export async function deliverAll(
  db: Database,
  wire: Wire,
  account: string,
  { now = Date.now, random = Math.random, force = false } = {},
): Promise<Round> {
  const round: Round = { sent: [], refused: [], next: null, session: false }
  const entries = await db.getAllFromIndex('outbox', 'order')
  for (const entry of entries.filter((e) => e.account === account && e.state === 'waiting')) {
    if (!force && entry.notBefore > now()) {
      round.next = entry.notBefore
      break
    }
    try {
      const ack = await deliver(db, wire, entry)
      if (!holds(ack, entry)) {
        throw new ProblemError({ ...missingPhoto, code: 'client.not_acknowledged' })
      }
      await acknowledged(db, entry)
      round.sent.push(entry.id)
    } catch (error) {
      const problem = asProblem(error)
      const state = failureState(problem)
      if (state === 'session') {
        round.session = true
        break
      }
      if (state === 'waiting') {
        round.next = now() + backoff(entry.attempts + 1, random)
        await change(db, entry.id, (e) => {
          e.attempts++
          e.notBefore = round.next ?? 0
          e.problem = problem
        })
        break
      }
      round.refused.push(entry.id)
      await change(db, entry.id, (e) => {
        e.state = state
        e.problem = problem
      })
      if (state === 'conflict') await keepConflict(db, entry.id, problem)
    }
  }
  return round
}

async function keepConflict(db: Database, id: string, problem: Problem): Promise<void> {
  const tx = db.transaction('drafts', 'readwrite')
  const draft = await tx.store.get(id)
  if (draft) await tx.store.put({ ...draft, conflict: plain(problem) })
  await tx.done
}

export function entriesOf(db: Database, owner: Owner): Promise<OutboxEntry[]> {
  return db.getAllFromIndex('outbox', 'order').then((all) => all.filter((e) => sameOwner(e, owner)))
}
