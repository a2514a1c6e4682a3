import { uuidv7 } from '@/lib/id'
import type { Cause, Hazard, StepBody, StepKind } from './due'

/** What a containment says, as it is typed. */
export interface ActForm {
  kinds: string[]
  product: string
  batch: string
  unit: string
  made: string
  stocked: string
  sold: string
  notices: string
}

/** What a step says, as it is typed. */
export interface StepForm {
  /** The step's id: however often it is sent, it is taken once. */
  id: string
  note: string
  photos: string[]
  cause: Cause | undefined
  causeNote: string
  owner: string
  to: string
  due: string
  of: string
  recalled: string
  act: ActForm
}

export function emptyStep(): StepForm {
  return {
    id: uuidv7(),
    note: '',
    photos: [],
    cause: undefined,
    causeNote: '',
    owner: '',
    to: '',
    due: '',
    of: '',
    recalled: '',
    act: { kinds: [], product: '', batch: '', unit: '', made: '', stocked: '', sold: '', notices: '' },
  }
}

/** A number that was typed; undefined if it is none. */
export function amount(s: string): number | undefined {
  const n = Number(s)
  return String(s).trim() === '' || !Number.isFinite(n) || n < 0 ? undefined : n
}

/** A general hazard without a plan says its cause when it is rectified. */
export function needsCause(kind: StepKind, h: Hazard): boolean {
  return kind === 'rectified' && !h.cause
}

/** What was rectified is proven; so are what one verifies oneself and the end of a containment. */
export function needsPhoto(kind: StepKind, h: Hazard): boolean {
  return kind === 'rectified' || kind === 'lifted' || (kind === 'verified' && h.selfVerify)
}

const concern = new Set<StepKind>(['notified', 'recall_progress', 'lifted'])

/** What is still missing, by the form's names. */
export function faultsOf(kind: StepKind, h: Hazard, f: StepForm): string[] {
  const missing: [string, boolean][] = [
    ['note', !f.note.trim()],
    ['photos', needsPhoto(kind, h) && f.photos.length === 0],
    ['cause', (kind === 'planned' || needsCause(kind, h)) && !f.cause],
    ['causeNote', kind === 'planned' && !f.causeNote.trim()],
    ['owner', kind === 'planned' && !f.owner],
    ['to', kind === 'reported' && !f.to],
    ['due', kind === 'extended' && !f.due],
    ['of', concern.has(kind) && !f.of],
    ['recalled', kind === 'recall_progress' && amount(f.recalled) === undefined],
    ['act', kind === 'contained' && actFaults(f.act).length > 0],
  ]
  return missing.filter(([, is]) => is).map(([what]) => what)
}

export function actFaults(a: ActForm): string[] {
  const missing: [string, boolean][] = [
    ['kinds', a.kinds.length === 0],
    ['product', !a.product.trim()],
    ['batch', !a.batch.trim()],
    ['unit', !a.unit.trim()],
    ['stocked', amount(a.stocked) === undefined],
    ['sold', amount(a.sold) === undefined],
    ['made', a.made !== '' && amount(a.made) === undefined],
  ]
  return missing.filter(([, is]) => is).map(([what]) => what)
}

/** What is sent: only what the kind asks. */
export function bodyOf(kind: StepKind, h: Hazard, f: StepForm): StepBody {
  const body: StepBody = { kind, note: f.note.trim(), photos: f.photos }
  if (f.cause && (kind === 'planned' || needsCause(kind, h))) body.cause = f.cause
  if (kind === 'planned') Object.assign(body, { causeNote: f.causeNote.trim(), owner: f.owner })
  if ((kind === 'planned' || kind === 'extended') && f.due) body.due = f.due
  if (kind === 'reported') body.to = f.to
  if (concern.has(kind)) body.of = f.of
  if (kind === 'recall_progress') body.recalled = amount(f.recalled) ?? 0
  if (kind === 'contained') {
    const made = amount(f.act.made)
    body.act = {
      kinds: f.act.kinds as NonNullable<StepBody['act']>['kinds'],
      product: f.act.product.trim(),
      batch: f.act.batch.trim(),
      unit: f.act.unit.trim(),
      stocked: amount(f.act.stocked) ?? 0,
      sold: amount(f.act.sold) ?? 0,
      ...(made === undefined ? {} : { made }),
      ...(f.act.notices.trim() ? { notices: f.act.notices.trim() } : {}),
    }
  }
  return body
}
