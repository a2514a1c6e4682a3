import { useI18n } from 'vue-i18n'
import { daysBetween, dueDay } from '@/lib/day'
import type { Tone } from '@/ui/dayState'

/** Deadlines in words, counted in calendar days from the served day. */
export function useDue() {
  const { t } = useI18n()
  const days = (today: string, due: string) => daysBetween(today, dueDay(due))

  function dueWords(today: string, due: string): string {
    const n = days(today, due)
    if (n < 0) return t('hazard.due.over', { n: -n }, -n)
    if (n === 0) return t('hazard.due.today')
    if (n === 1) return t('hazard.due.tomorrow')
    return t('hazard.due.left', { n })
  }

  function dueTone(today: string, due: string): Tone {
    const n = days(today, due)
    return n <= 1 ? 'risk' : n <= 3 ? 'attention' : 'plain'
  }

  return { dueWords, dueTone }
}
