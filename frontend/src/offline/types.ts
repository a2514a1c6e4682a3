// What the phone keeps and sends. The payload's shape is the contract's: the
// server accepts every version of it for 180 days.

import type { Problem } from '@/api/problem'
import type { components } from '@/api/schema.gen'

type Schemas = components['schemas']

/** What an officer signs; the bytes sent are the record. */
export type DailyPayload = Schemas['DailyBody']
export type Answer = Schemas['Answer']
/** Strokes in a box of 1000 × 400, each x, y, x, y …; empty where the person confirmed by a tap. */
export type Declaration = Schemas['Declaration']
export type VerdictValue = Answer['verdict']
/** How an answer was given for many items at once; stored and shown as such. */
export type Bulk = NonNullable<Answer['bulk']>
export type Severity = NonNullable<Answer['severity']>
/** The day's check that is due, as the server served it; never made from the device's clock. */
export type ObligationKey = Schemas['CheckOf']
export type Signature = Declaration['signature']

/** The version of the 风险管控清单 that was served with the check. */
export interface ListKey {
  id: string
  version: number
}

/** Who keeps something on this phone, and for which enterprise. */
export interface Owner {
  account: string
  enterprise: string
}

export interface Draft extends Owner {
  /** UUIDv7, minted when the draft begins: the record's id and the idempotency key. */
  id: string
  obligation: ObligationKey
  list: ListKey
  answers: Record<string, Answer>
  /** With 补录: why late. */
  reason?: string
  startedAt: string
  updatedAt: string
  /** queued: handed to the outbox, not to be changed. */
  state: 'editing' | 'queued'
  /** The other officer's record, when this one came second. */
  conflict?: Problem
}

/**
 * waiting: will be sent. rejected: refused by the server with a reason; kept until
 * a person decides. conflict: somebody else's record for that day stands already.
 */
export type OutboxState = 'waiting' | 'rejected' | 'conflict'

interface Entry extends Owner {
  id: string
  /** The exact text that is sent, every time. */
  body: string
  photos: string[]
  queuedAt: number
  attempts: number
  /** Not to be tried before (device ms). */
  notBefore: number
  state: OutboxState
  /** Why it was refused, or what went wrong last. */
  problem?: Problem
}

export interface DailyEntry extends Entry {
  kind: 'record.daily'
  obligation: ObligationKey
  /** SHA-256 of the body's UTF-8 bytes, in hex. */
  bodyHash: string
}

/** A step of a hazard, or a hazard that somebody reports; its id is the step's or the hazard's. */
export interface HazardEntry extends Entry {
  kind: 'hazard.step' | 'hazard.report'
  hazard: string
  /** What the hazard is, in the words that the person saw. */
  title: string
  step?: Schemas['AdvanceHazardInputBody']['kind']
  /** The form as it was typed; what was refused is amended from it. */
  typed: unknown
}

export type OutboxEntry = DailyEntry | HazardEntry

export interface StoredPhoto extends Owner {
  sha256: string
  type: string
  width: number
  height: number
  size: number
  takenAt: string
  bytes: ArrayBuffer
}

/** What the server must answer before the phone forgets its copy. */
export type Acknowledgement =
  Pick<Schemas['Daily'], 'id' | 'bodyHash'> | { id: string; steps: Pick<Schemas['HazardStep'], 'id'>[] }
