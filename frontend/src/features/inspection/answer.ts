import type { components } from '@/api/schema.gen'

type Schemas = components['schemas']

export interface Line {
  no: number
  item: Schemas['RiskItem']
  answer: Schemas['Answer'] | undefined
  /** The answer differs from the version before. */
  changed: boolean
}

/** The items of a record with their answers, in the order of the list. */
export function linesOf(daily: Schemas['Daily']): Line[] {
  const last = daily.versions.at(-1)
  const answers = new Map((last?.body.answers ?? []).map((a) => [a.item, a]))
  const changed = new Set(daily.versions.length > 1 ? (last?.changed ?? []) : [])
  return daily.items.map((item, i) => ({
    no: i + 1,
    item,
    answer: answers.get(item.id),
    changed: changed.has(item.id),
  }))
}

/** The photos of a record, each once. */
export function photosOf(daily: Schemas['Daily']): string[] {
  const last = daily.versions.at(-1)
  return [...new Set((last?.body.answers ?? []).flatMap((a) => a.photos ?? []))]
}

/** A stroke of a signature as the points of a polyline. */
export function pointsOf(stroke: number[]): string {
  const points: string[] = []
  for (let i = 0; i + 1 < stroke.length; i += 2) points.push(`${stroke[i]},${stroke[i + 1]}`)
  return points.join(' ')
}
