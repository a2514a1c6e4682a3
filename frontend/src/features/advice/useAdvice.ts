import { useI18n } from 'vue-i18n'
import type { components } from '@/api/schema.gen'
import type { Tone } from '@/ui/dayState'

export type AdviceEntry = components['schemas']['AdviceEntry']
export type Advice = components['schemas']['Advice']
export type AdviceFields = Pick<
  AdviceEntry,
  'kind' | 'facts' | 'goods' | 'actions' | 'wish' | 'photos' | 'former'
>
export type Outcome = components['schemas']['AdviceAnswer']['outcome']

const outcomeTone: Record<Outcome, Tone> = { adopted: 'ok', partly: 'attention', refused: 'risk' }

/** How an advice is called and stands, in words and colour. */
export function useAdvice() {
  const { t } = useI18n()

  /** Its products, or else the beginning of its facts. */
  function about(a: AdviceFields): string {
    const goods = a.goods.map((g) => [g.name, g.batch].filter(Boolean).join(' ')).join(t('ui.comma'))
    return goods || a.facts.split('\n')[0] || ''
  }

  function standing(a: AdviceEntry): { words: string; tone: Tone } {
    if (a.overdue) return { words: t('advice.overdue'), tone: 'risk' }
    if (a.state === 'answered' && a.outcome)
      return { words: t(`advice.outcome.${a.outcome}`), tone: outcomeTone[a.outcome] }
    return a.state === 'waiting'
      ? { words: t('advice.state.waiting'), tone: 'attention' }
      : { words: t('advice.state.withdrawn'), tone: 'plain' }
  }

  return { about, standing, outcomeTone }
}
