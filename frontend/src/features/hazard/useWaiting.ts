import { computed, watch } from 'vue'
import { useHere } from '@/features/enterprise/here'
import type { HazardEntry } from '@/offline/types'
import { useOutbox } from '@/offline/useOutbox'
import { useRefresh } from './useHazard'

/** What was done about hazards on this phone and has not arrived. The pages ask anew when it has. */
export function useWaiting() {
  const outbox = useOutbox()
  const { enterprise } = useHere()
  const all = computed(() =>
    outbox.mine.filter(
      (e): e is HazardEntry => e.kind !== 'record.daily' && e.enterprise === enterprise.value,
    ),
  )
  const reports = computed(() => all.value.filter((e) => e.kind === 'hazard.report'))
  const stepOf = (hazard: string) => all.value.find((e) => e.kind === 'hazard.step' && e.hazard === hazard)

  watch(() => outbox.delivered, useRefresh())

  return { reports, stepOf }
}
