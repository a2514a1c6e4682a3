import { useI18n } from 'vue-i18n'
import type { components } from '@/api/schema.gen'
import { formatDay, type Locale } from '@/lib/day'

/** Of which days the figures tell; nothing where they were sealed before that was kept. */
export function useTold() {
  const { t, locale } = useI18n()
  return ({ from, to }: components['schemas']['MonthlyFigures']): string => {
    if (!from || !to) return ''
    if (to < from) return t('monthly.toldNone')
    const [first, last] = [formatDay(from, locale.value as Locale), formatDay(to, locale.value as Locale)]
    return from === to ? t('monthly.toldDay', { day: first }) : t('monthly.told', { from: first, to: last })
  }
}
