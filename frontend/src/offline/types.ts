// What the phone keeps and sends. The payload's shape is part of the contract:
// the server accepts every version of it for 180 days.

import type { Problem } from '@/api/problem'

export type VerdictValue = 'pass' | 'fail' | 'na'

/** How an answer was given for many items at once; stored and shown as such. */
export type Bulk = 'rest_pass' | 'no_batch'

export type Severity = 'high' | 'medium' | 'low'

/** Who keeps something on this phone, and for which enterprise. */
export interface Owner {
  account: string
  enterprise: string
}

/** The day's check that is due, as the server served it; never made from the device's clock. */
export interface ObligationKey {
  site: string
  shift: string
  day: string
}

export interface Answer {
  item: string
  verdict: VerdictValue
  bulk?: Bulk
  note?: string
  measure?: string
  value?: string
  /** SHA-256 of each photo, as stored on the phone and on the server. */
  photos?: string[]
  severity?: Severity
}

/** One stroke of a signature: points with time, as drawn. */
export interface Stroke {
  points: { x: number; y: number; t: number; p: number }[]
}

export interface Signature {
  width: number
  height: number
  strokes: Stroke[]
}

export interface Declaration {
  text: string
  signature: Signature
}

export interface DailyPayload {
  payloadVersion: 1
  obligation: ObligationKey
  listVersion: string
  /** Device time, ISO 8601. */
  startedAt: string
  /** Device time, ISO 8601. */
  submittedAt: string
  /** Server minus device at the last contact; null if there never was one. */
  deviceSkewMs: number | null
  device: string
  answers: Answer[]
  declaration: Declaration
}

export interface Draft extends Owner {
  /** UUIDv7, minted when the draft begins: the record's id and the idempotency key. */
  id: string
  obligation: ObligationKey
  listVersion: string
  answers: Record<string, Answer>
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

export interface OutboxEntry extends Owner {
  id: string
  kind: 'record.daily'
  obligation: ObligationKey
  /** The exact text that is sent, every time. */
  body: string
  /** SHA-256 of the body's UTF-8 bytes, in hex. */
  bodyHash: string
  photos: string[]
  queuedAt: number
  attempts: number
  /** Not to be tried before (device ms). */
  notBefore: number
  state: OutboxState
  /** Why it was refused, or what went wrong last. */
  problem?: Problem
}

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
export interface Acknowledgement {
  id: string
  bodyHash: string
}
