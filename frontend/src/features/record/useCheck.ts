import { computed, type Ref, ref, shallowRef } from 'vue'
import type { Problem } from '@/api/problem'
import type { Answer, Bulk, Severity, VerdictValue } from '@/offline/types'
import {
  type Answers,
  bulkItems,
  countAnswered,
  type Fault,
  faultOf,
  isOutside,
  refusalsOf,
  type RiskItem,
  signable,
  stepsOf,
  tally,
} from './check'

/** How to take back what one tap answered. */
export interface Undo {
  count: number
  undo: () => void
}

type Partly = Omit<Answer, 'verdict'> & { verdict?: VerdictValue }

/** The answering of one list. The answers are the caller's: a draft's, or a correction's. */
export function useCheck(items: Ref<RiskItem[]>, answers: Ref<Answers>) {
  /** Faults are shown only after the person has tried to sign. */
  const tried = ref(false)
  const refused = shallowRef<Record<string, string>>({})
  /** Items that an out-of-limits value has set to 不符合, not the person. */
  const suggested = ref(new Set<string>())

  const steps = computed(() => stepsOf(items.value))
  const done = computed(() => countAnswered(items.value, answers.value))
  const total = computed(() => items.value.length)
  const faults = computed(() => {
    const found = new Map<string, Fault>()
    for (const i of items.value) {
      const fault = faultOf(i, answers.value[i.id])
      if (fault) found.set(i.id, fault)
    }
    return found
  })
  const counts = computed(() => tally(signable(items.value, answers.value)))
  const rest = computed(() => bulkItems(items.value, answers.value, 'rest_pass'))
  const batches = computed(() => bulkItems(items.value, answers.value, 'no_batch'))

  function change(item: RiskItem, how: (a: Partly) => void): void {
    const a: Partly = { item: item.id, ...answers.value[item.id] }
    how(a)
    // Until it has a verdict an answer may hold a measured value alone.
    answers.value[item.id] = a as Answer
    if (refused.value[item.id]) {
      const left = { ...refused.value }
      delete left[item.id]
      refused.value = left
    }
  }

  function setVerdict(item: RiskItem, verdict: VerdictValue | undefined): void {
    suggested.value.delete(item.id)
    change(item, (a) => {
      delete a.bulk
      if (verdict) a.verdict = verdict
      else delete a.verdict
    })
  }

  /** A value outside the limits is a failure; one inside answers nothing by itself. */
  function setValue(item: RiskItem, value: number | undefined): void {
    change(item, (a) => {
      if (value === undefined) delete a.value
      else a.value = value
      if (isOutside(item, value)) {
        if (a.verdict !== 'fail') {
          a.verdict = 'fail'
          delete a.bulk
          suggested.value.add(item.id)
        }
      } else if (suggested.value.delete(item.id)) {
        delete a.verdict
      }
    })
  }

  function setNote(item: RiskItem, note: string): void {
    change(item, (a) => (a.note = note))
  }
  function setMeasure(item: RiskItem, measure: string): void {
    change(item, (a) => (a.measure = measure))
  }
  function setSeverity(item: RiskItem, severity: Severity | undefined): void {
    change(item, (a) => {
      if (severity) a.severity = severity
    })
  }
  function setPhotos(item: RiskItem, photos: string[]): void {
    change(item, (a) => (a.photos = photos))
  }

  /** Answers many by one tap; each says so. */
  function answerBulk(bulk: Bulk): Undo {
    const chosen = bulk === 'rest_pass' ? rest.value : batches.value
    const before = new Map(chosen.map((i) => [i.id, answers.value[i.id]]))
    for (const i of chosen) {
      change(i, (a) => {
        a.verdict = bulk === 'rest_pass' ? 'pass' : 'na'
        a.bulk = bulk
      })
    }
    return {
      count: chosen.length,
      undo() {
        for (const [id, was] of before) {
          // What the person has changed since stays.
          if (answers.value[id]?.bulk !== bulk) continue
          if (was) answers.value[id] = was
          else delete answers.value[id]
        }
      },
    }
  }

  /** The first item that keeps the check from being signed. */
  function firstFault(): string | undefined {
    tried.value = true
    return items.value.find((i) => faults.value.has(i.id) || refused.value[i.id])?.id
  }

  /** Takes a refusal of the server to the items it names. */
  function takeRefusal(problem: Problem, sent: Answer[]): void {
    tried.value = true
    refused.value = refusalsOf(problem, sent)
  }

  return {
    steps,
    done,
    total,
    faults,
    refused,
    tried,
    counts,
    rest,
    batches,
    suggested,
    setVerdict,
    setValue,
    setNote,
    setMeasure,
    setSeverity,
    setPhotos,
    answerBulk,
    firstFault,
    takeRefusal,
    signed: () => signable(items.value, answers.value),
  }
}

export type Check = ReturnType<typeof useCheck>
