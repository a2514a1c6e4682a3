import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, unwrap } from '@/api/client'
import type { components } from '@/api/schema.gen'
import { useHere } from '@/features/enterprise/here'
import { useArchive } from '@/features/enterprise/useArchive'
import { dueDay, formatDay, formatLongDay, type Locale, shanghaiDay } from '@/lib/day'

export type Appointment = components['schemas']['Appointment']
export type StaffingRule = components['schemas']['StaffingRule']
export type Post = Appointment['post']
export const posts: Post[] = ['principal', 'director', 'officer']

export interface Person {
  account: string
  name: string
}

/** The appointments of the enterprise and the people in them. */
export function useAppointments() {
  const { enterprise } = useHere()
  const cache = useQueryCache()
  const query = useQuery({
    key: () => ['appointments', enterprise.value],
    query: () =>
      unwrap(
        api.GET('/enterprises/{enterprise}/appointments', {
          params: { path: { enterprise: enterprise.value } },
        }),
      ),
  })
  const all = computed(() => query.data.value?.items ?? [])
  const inOffice = computed(() => all.value.filter((a) => a.inOffice))
  const pending = computed(() => all.value.filter((a) => a.state === 'pending'))
  const over = computed(() => all.value.filter((a) => !a.inOffice && a.state !== 'pending'))
  const people = computed<Person[]>(() => [
    ...new Map(inOffice.value.map((a) => [a.account, { account: a.account, name: a.personName }])).values(),
  ])
  const refresh = () => {
    for (const key of ['appointments', 'staffing', 'today', 'dutyMatrix'])
      void cache.invalidateQueries({ key: [key, enterprise.value] })
  }
  return { query, all, inOffice, pending, over, people, refresh }
}

/** How the enterprise stands to the staffing rules. */
export function useStaffing() {
  const { enterprise } = useHere()
  const query = useQuery({
    key: () => ['staffing', enterprise.value],
    query: () =>
      unwrap(
        api.GET('/enterprises/{enterprise}/staffing', { params: { path: { enterprise: enterprise.value } } }),
      ),
  })
  const rules = computed(() => query.data.value?.items ?? [])
  const lacking = computed(() => rules.value.filter((r) => r.state === 'gap' || r.state === 'remark'))
  return { query, rules, lacking }
}

/** An appointment in a line: for whom, where, since when, until when. */
export function useWords() {
  const { t, locale } = useI18n()
  const { archive, openSites, siteName } = useArchive()
  const at = computed(() => locale.value as Locale)
  const day = (instant: string) => formatLongDay(shanghaiDay(Date.parse(instant)), at.value)
  const product = (id: string) => archive.value?.products.find((p) => p.id === id)?.name ?? ''

  const scope = (a: Appointment) =>
    [
      a.sites.length > 0
        ? a.sites.map(siteName).join(t('ui.comma'))
        : a.post === 'officer' && openSites.value.length > 1
          ? t('appointment.allSites')
          : '',
      a.products.length > 0 ? a.products.map(product).join(t('ui.comma')) : '',
    ]
      .filter(Boolean)
      .join(' · ')

  function line(a: Appointment): string {
    return [
      a.deputyFor ? t('appointment.actsFor', { name: a.deputyFor }) : '',
      a.employment === 'part_time' && !a.deputyOf ? t('appointment.part_time') : '',
      scope(a),
      a.state === 'pending' && a.answerBy
        ? t('appointment.answerBy', { day: formatDay(dueDay(a.answerBy), at.value) })
        : t('appointment.since', { day: day(a.from) }),
      a.lastDay
        ? t('appointment.lastDay', { day: formatLongDay(a.lastDay, at.value), why: a.endedWhy })
        : a.until
          ? t('appointment.to', { day: formatLongDay(dueDay(a.until), at.value) })
          : '',
    ]
      .filter(Boolean)
      .join(' · ')
  }

  /** What became of one that is over. */
  function fate(a: Appointment): string {
    if (a.state !== 'ended')
      return [t(`appointment.state.${a.state}`), a.answerWhy].filter(Boolean).join(' · ')
    return [
      `${day(a.from)} – ${day(a.endedAt ?? a.until ?? a.from)}`,
      a.endedKind ? t(`appointment.how.${a.endedKind}`) : '',
      a.endedWhy,
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return { at, day, scope, line, fate }
}
