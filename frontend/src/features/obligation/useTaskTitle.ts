import { useI18n } from 'vue-i18n'
import { formatMonth } from '@/lib/day'

/**
 * What a duty asks, in the reader's language. The server words it in Chinese,
 * "what: of what"; in another language its kind says what is asked, and what it
 * is about stays as somebody wrote it, but for the weeks and months.
 */
export function useTaskTitle() {
  const { t, te, locale } = useI18n()
  return (task: { kind: string; title: string }): string => {
    if (locale.value === 'zh-CN' || !te(`task.${task.kind}`)) return task.title
    const [, about] = task.title.split('：')
    const asked = t(`task.${task.kind}`)
    return about ? `${asked}: ${spanIn(about, (year, n) => t('task.week', { year, n }))}` : asked
  }
}

/** What a task is about, under its title. */
export function useTaskNote() {
  const { t, locale } = useI18n()
  return (note: string | undefined): string | undefined =>
    note && locale.value !== 'zh-CN' ? spanIn(note, (year, n) => t('task.week', { year, n })) : note
}

/** A text that is a week or a month as the server writes it, in English; any other as it is. */
export function spanIn(about: string, week: (year: string, n: string) => string): string {
  const ofWeek = /^(\d{4})年第(\d+)周(?:（.*）)?$/.exec(about)
  if (ofWeek) return week(ofWeek[1] ?? '', ofWeek[2] ?? '')
  const ofMonth = /^(\d{4})年(\d{1,2})月$/.exec(about)
  return ofMonth ? formatMonth(`${ofMonth[1]}-${ofMonth[2]?.padStart(2, '0')}`, 'en') : about
}
