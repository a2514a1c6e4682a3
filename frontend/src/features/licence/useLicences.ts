import { useQuery, useQueryCache } from '@pinia/colada'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, unwrap } from '@/api/client'
import type { components } from '@/api/schema.gen'
import { useHere } from '@/features/enterprise/here'
import type { Tone } from '@/ui/dayState'

export type Licence = components['schemas']['Licence']
export type SelfCheck = components['schemas']['SelfCheck']
export type LicenceKind = components['schemas']['LicenceKind']

/** How a certificate stands, in a tone. Only what has lapsed is a risk. */
export const stateTone: Record<Licence['state'], Tone> = {
  coming: 'blue',
  valid: 'ok',
  near: 'attention',
  lapsed: 'risk',
  undated: 'ok',
  replaced: 'plain',
  withdrawn: 'plain',
}

/** The certificates of the enterprise. */
export function useLicences(all: MaybeRefOrGetter<boolean> = false) {
  const { enterprise } = useHere()
  const cache = useQueryCache()
  const query = useQuery({
    key: () => ['licences', enterprise.value, toValue(all) ? 'all' : 'now'],
    query: () =>
      unwrap(
        api.GET('/enterprises/{enterprise}/licences', {
          params: { path: { enterprise: enterprise.value }, query: { all: toValue(all) } },
        }),
      ),
  })
  const kinds = computed(() => query.data.value?.kinds ?? [])
  const refresh = () => {
    void cache.invalidateQueries({ key: ['licences', enterprise.value] })
    void cache.invalidateQueries({ key: ['licence', enterprise.value] })
    void cache.invalidateQueries({ key: ['today', enterprise.value] })
  }
  return { query, kinds, refresh }
}

/** Days to a last day, in words. */
export function useDaysLeft() {
  const { t } = useI18n()
  return (l: Pick<Licence, 'state' | 'daysLeft'>): string => {
    const n = l.daysLeft
    if (n === undefined || l.state === 'replaced' || l.state === 'withdrawn')
      return t(`licence.state.${l.state}`)
    if (n < 0) return t('licence.left.over', { n: -n }, -n)
    if (n === 0) return t('licence.left.today')
    return t('licence.left.days', { n }, n)
  }
}
