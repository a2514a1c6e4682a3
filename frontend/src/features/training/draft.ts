import type { FileRef } from '@/lib/upload'
import { linesOf, type Session } from './useTraining'

/** A session as it is typed. */
export interface SessionDraft {
  title: string
  day: string
  minutes: string
  mode: 'place' | 'online' | undefined
  place: string
  teacher: string
  topics: string
  product: string
  materials: FileRef[]
}

export function draftOf(s?: Session): SessionDraft {
  return {
    title: s?.title ?? '',
    day: s?.day ?? '',
    minutes: s ? String(s.minutes) : '',
    mode: s?.mode,
    place: s?.place ?? '',
    teacher: s?.teacher ?? '',
    topics: s?.topics.join('\n') ?? '',
    product: s?.product ?? '',
    materials: [...(s?.materials ?? [])],
  }
}

/** The fields for the server; null while something is missing. */
export function fieldsOf(d: SessionDraft) {
  const topics = linesOf(d.topics)
  const minutes = Number(d.minutes)
  const words = [d.title, d.place, d.teacher].every((w) => w.trim())
  if (!words || !d.day || !d.mode || topics.length === 0) return null
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 1440) return null
  return {
    title: d.title.trim(),
    day: d.day,
    minutes,
    mode: d.mode,
    place: d.place.trim(),
    teacher: d.teacher.trim(),
    topics,
    materials: d.materials,
    ...(d.product.trim() ? { product: d.product.trim() } : {}),
  }
}
