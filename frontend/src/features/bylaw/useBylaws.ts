import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, unwrap } from '@/api/client'
import type { components } from '@/api/schema.gen'
import { said } from '@/app/said'
import { useHere } from '@/features/enterprise/here'
import { formatLongDay, type Locale } from '@/lib/day'
import type { Tone } from '@/ui/dayState'

export type Bylaw = components['schemas']['Bylaw']
export type BylawVersion = components['schemas']['BylawVersion']
export type BylawDraft = components['schemas']['BylawDraft']
export type BylawPart = components['schemas']['BylawPart']
export type Post = BylawDraft['posts'][number]
export const posts: Post[] = ['principal', 'director', 'officer']

/** All documents in the order of 附件3, and what waits for whom. */
export function useBylaws() {
  const { enterprise } = useHere()
  const cache = useQueryCache()
  const query = useQuery({
    key: () => ['bylaws', enterprise.value],
    query: () =>
      unwrap(
        api.GET('/enterprises/{enterprise}/bylaws', { params: { path: { enterprise: enterprise.value } } }),
      ),
  })
  const items = computed(() => query.data.value?.items ?? [])
  /** Drafts that the caller may approve. */
  const waiting = computed(() => items.value.filter((b) => b.draft?.mayApprove))
  const refresh = () =>
    Promise.all(
      ['bylaws', 'bylaw', 'today', 'dossier'].map((key) =>
        cache.invalidateQueries({ key: [key, enterprise.value] }),
      ),
    )
  return { query, items, waiting, refresh }
}

/** The words and the colour of how a document stands. */
export function useStanding() {
  const { t, locale } = useI18n()
  const day = (d: string) => formatLongDay(d, locale.value as Locale)

  function standing(b: Bylaw): { words: string; tone: Tone } {
    if (!b.applies && !b.current) return { words: t('bylaw.state.not_applicable'), tone: 'plain' }
    if (b.draft?.state === 'submitted') return { words: t('bylaw.state.submitted'), tone: 'blue' }
    if (b.draft) return { words: t('bylaw.state.draft'), tone: 'blue' }
    if (b.current) return { words: t('bylaw.state.in_force'), tone: 'ok' }
    if (b.coming) return { words: t('bylaw.state.coming'), tone: 'blue' }
    if (b.versions[0]) return { words: t('bylaw.state.repealed'), tone: 'attention' }
    return { words: t('bylaw.state.none'), tone: 'attention' }
  }

  function note(b: Bylaw): string {
    const v = b.current ?? b.coming
    if (!v) return b.applies ? '' : b.whySaid ? said(b.whySaid) : ''
    return [
      t('bylaw.version', { n: v.version }),
      t('bylaw.from', { day: day(v.effectiveDay) }),
      v.asked > 0 ? t('bylaw.signed', { n: v.confirmed, of: v.asked }) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return { standing, note, day }
}
