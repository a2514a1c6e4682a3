import { useQuery, useQueryCache } from '@pinia/colada'
import { type MaybeRefOrGetter, toValue } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, unwrap } from '@/api/client'
import type { components } from '@/api/schema.gen'
import { useHere } from '@/features/enterprise/here'

export type Year = components['schemas']['TrainingYear']
export type Session = components['schemas']['TrainingSession']
export type Attendance = components['schemas']['TrainingAttendance']
export type Reading = components['schemas']['TrainingReading']
export type Post = components['schemas']['TrainingWanted']['post']

/** Lines of a text field as a list: one topic a line. */
export function linesOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split('\n')
        .map((l) => l.trim())
        .filter(Boolean),
    ),
  ]
}

/** Minutes as hours and minutes, in words. */
export function useSpan() {
  const { t } = useI18n()
  return (minutes: number): string => {
    const h = Math.floor(minutes / 60)
    const m = minutes % 60
    if (h === 0) return t('training.span.m', { m })
    return m === 0 ? t('training.span.h', { h }, h) : t('training.span.hm', { h, m })
  }
}

/** A year's training, and how to ask for it anew. */
export function useTraining(year: MaybeRefOrGetter<number>) {
  const { enterprise } = useHere()
  const query = useQuery({
    key: () => ['training', enterprise.value, String(toValue(year))],
    query: () =>
      unwrap(
        api.GET('/enterprises/{enterprise}/training/years/{year}', {
          params: { path: { enterprise: enterprise.value, year: toValue(year) } },
        }),
      ),
  })
  return { query, ...useRefresh() }
}

export function useRefresh() {
  const { enterprise } = useHere()
  const cache = useQueryCache()
  const refresh = () => {
    void cache.invalidateQueries({ key: ['training', enterprise.value] })
    void cache.invalidateQueries({ key: ['today', enterprise.value] })
  }
  return { refresh }
}

/** One session. */
export function useSession(session: MaybeRefOrGetter<string>, enabled: () => boolean = () => true) {
  const { enterprise } = useHere()
  return useQuery({
    key: () => ['training', enterprise.value, 'session', toValue(session)],
    enabled,
    query: () =>
      unwrap(
        api.GET('/enterprises/{enterprise}/training/sessions/{session}', {
          params: { path: { enterprise: enterprise.value, session: toValue(session) } },
        }),
      ),
  })
}
