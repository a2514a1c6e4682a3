import { computed, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { uuidv7 } from '@/lib/id'
import { serverNow } from '@/offline/clock'
import { daysOf, type Preset, wrongOf } from './days'

/** The days of a pack: a range that is offered, or one's own. */
export function useDays(today: string) {
  const { t } = useI18n()
  const preset = ref<Preset | undefined>('month')
  const first = daysOf('month', today)
  const from = ref(first.from)
  const to = ref(first.to)
  watch(preset, (p) => {
    if (!p || p === 'own') return
    const days = daysOf(p, today)
    from.value = days.from
    to.value = days.to
  })
  const wrong = computed(() => wrongOf(from.value, to.value, today))
  const options = computed(() =>
    (['month', 'quarter', 'year', 'own'] as const).map((value) => ({
      value,
      label: t(`document.preset.${value}`),
    })),
  )
  // The id is minted with the range, so that a tap repeated on a bad line asks once.
  const pack = ref('')
  const mint = () => (pack.value = uuidv7(serverNow()))
  watch([from, to], mint, { immediate: true })
  return { preset, from, to, wrong, options, pack, mint }
}
