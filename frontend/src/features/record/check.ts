// The rules of a day's check, as the server has them too: nothing is answered by
// default, a failure is described, a measured value keeps its limits.

import type { Problem } from '@/api/problem'
import type { components } from '@/api/schema.gen'
import { said } from '@/app/said'
import type { Answer, Bulk, VerdictValue } from '@/offline/types'

export type RiskItem = components['schemas']['RiskItem']
export type Answers = Record<string, Answer>

/** What keeps an item from being signed. */
export type Fault = 'missing' | 'note' | 'value' | 'outside'

export interface Step {
  number: number
  name: string
  items: RiskItem[]
}

/** The items by 环节, in the order of the list. */
export function stepsOf(items: RiskItem[]): Step[] {
  const steps = new Map<string, Step>()
  for (const item of items) {
    const step = steps.get(item.step) ?? { number: steps.size + 1, name: item.step, items: [] }
    step.items.push(item)
    steps.set(item.step, step)
  }
  return [...steps.values()]
}

export function isAnswered(answers: Answers, item: RiskItem): boolean {
  return answers[item.id]?.verdict !== undefined
}

export function countAnswered(items: RiskItem[], answers: Answers): number {
  return items.filter((i) => isAnswered(answers, i)).length
}

/** Whether a value lies outside the limits of its item. */
export function isOutside(item: RiskItem, value: number | undefined): boolean {
  const m = item.measured
  if (!m || value === undefined) return false
  return (m.min !== undefined && value < m.min) || (m.max !== undefined && value > m.max)
}

export function faultOf(item: RiskItem, a: Answer | undefined): Fault | null {
  if (!a?.verdict) return 'missing'
  if (item.measured && a.verdict !== 'na') {
    if (a.value === undefined) return 'value'
    if (a.verdict === 'pass' && isOutside(item, a.value)) return 'outside'
  }
  if (a.verdict === 'fail' && !a.note?.trim()) return 'note'
  return null
}

/** The items that a single tap may answer: 其余均符合 leaves values to be measured, 今日未进货 takes only batches. */
export function bulkItems(items: RiskItem[], answers: Answers, bulk: Bulk): RiskItem[] {
  return items.filter((i) => {
    if (isAnswered(answers, i)) return false
    if (bulk === 'no_batch') return i.batch
    const value = answers[i.id]?.value
    return !i.measured || (value !== undefined && !isOutside(i, value))
  })
}

/** The answers as they are signed: in the list's order, without what only a failure has. */
export function signable(items: RiskItem[], answers: Answers): Answers {
  const signed: Answers = {}
  for (const item of items) {
    const a = answers[item.id]
    if (!a?.verdict) continue
    const failed = a.verdict === 'fail'
    signed[item.id] = {
      item: item.id,
      verdict: a.verdict,
      ...(a.bulk ? { bulk: a.bulk } : {}),
      ...(a.value !== undefined && a.verdict !== 'na' ? { value: a.value } : {}),
      ...(failed && a.note?.trim() ? { note: a.note.trim() } : {}),
      ...(failed && a.measure?.trim() ? { measure: a.measure.trim() } : {}),
      ...(failed ? { severity: a.severity ?? 'general' } : {}),
      ...(failed && a.photos?.length ? { photos: [...a.photos] } : {}),
    }
  }
  return signed
}

/** The refusals of the server by item; the order is that of the body which was sent. */
export function refusalsOf(problem: Problem | null | undefined, sent: Answer[]): Record<string, string> {
  const byItem: Record<string, string> = {}
  for (const f of problem?.fields ?? []) {
    const n = /answers[[/.](\d+)/.exec(f.pointer)?.[1]
    const item = n === undefined ? undefined : sent[Number(n)]?.item
    if (item) byItem[item] = said(f)
  }
  return byItem
}

/** One answer in comparable form; by which tap it was given does not matter. */
function essence(a: Answer | undefined): string {
  if (!a) return ''
  return JSON.stringify([
    a.verdict,
    a.value ?? null,
    a.note ?? '',
    a.measure ?? '',
    a.severity ?? '',
    a.photos ?? [],
  ])
}

/** The items whose answers differ between two sets. */
export function changedItems(items: RiskItem[], before: Answers, after: Answers): RiskItem[] {
  return items.filter((i) => essence(before[i.id]) !== essence(after[i.id]))
}

export function answersById(list: Answer[]): Answers {
  return Object.fromEntries(list.map((a) => [a.item, a]))
}

/** How many of each verdict. */
export function tally(answers: Answers): Record<VerdictValue, number> {
  const count = { pass: 0, fail: 0, na: 0 }
  for (const a of Object.values(answers)) if (a.verdict) count[a.verdict]++
  return count
}
