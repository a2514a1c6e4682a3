import { computed, ref, shallowRef, watch } from 'vue'
import { api, unwrap } from '@/api/client'
import { useHere } from '@/features/enterprise/here'
import { lastKept } from '@/features/enterprise/kept'
import { database, remember } from '@/offline/db'
import { find, plain } from '@/offline/drafts'
import type { Draft, ListKey, ObligationKey } from '@/offline/types'
import { useDraft } from '@/offline/useDraft'
import { useOutbox } from '@/offline/useOutbox'
import type { Answers, RiskItem } from './check'
import type { TodayCheck } from './today'

/** How long the beginning of a check waits for a draft of another phone. */
const patienceMs = 1200
/** How often a copy goes to the server at most. */
const copyMs = 4000

const itemsKey = (list: ListKey) => `items/${list.id}/${list.version}`

type Copy = Pick<Draft, 'list' | 'answers' | 'startedAt' | 'reason'>

/**
 * The draft of one check with the items it is made from. The server holds a
 * copy, for the day the phone falls into the sink; the phone's own counts.
 */
export function useCheckDraft() {
  const { enterprise, owner } = useHere()
  const outbox = useOutbox()
  const held = useDraft()
  const items = shallowRef<RiskItem[]>([])
  const missing = ref(false)
  /** The list has a newer version than the draft was begun with. */
  const renewed = ref(false)

  const answers = computed<Answers>(() => held.draft.value?.answers ?? {})

  /** A draft begun on another phone becomes this phone's. */
  async function adopt(o: ObligationKey): Promise<void> {
    const { items: drafts } = await unwrap(
      api.GET('/enterprises/{enterprise}/drafts/daily', {
        params: { path: { enterprise: enterprise.value } },
      }),
    )
    const same = drafts.find(
      (d) => d.obligation.site === o.site && d.obligation.shift === o.shift && d.obligation.day === o.day,
    )
    if (!same) return
    const copy = JSON.parse(same.draft) as Copy
    const db = await database()
    if (held.draft.value || (await find(db, owner.value, o))) return
    await db.add('drafts', {
      ...owner.value,
      ...copy,
      id: same.record,
      obligation: o,
      updatedAt: same.updatedAt,
      state: 'editing',
    })
  }

  async function open(o: ObligationKey, check: TodayCheck | undefined): Promise<void> {
    const db = await database()
    const own = await find(db, owner.value, o)
    const list = check?.listId ? { id: check.listId, version: check.listVersion } : own?.list
    if (!list) {
      missing.value = true
      return
    }
    if (check?.listId) {
      items.value = check.items
      await remember(db, owner.value, itemsKey(list), check.items)
    } else {
      items.value = (await lastKept<RiskItem[]>(owner.value, itemsKey(list)))?.value ?? []
    }
    if (items.value.length === 0) {
      missing.value = true
      return
    }
    if (!own && outbox.online) {
      await Promise.race([adopt(o).catch(() => {}), new Promise((go) => setTimeout(go, patienceMs))])
    }
    await held.open(owner.value, o, list)
    const draft = held.draft.value
    if (draft && draft.state === 'editing' && draft.list.id !== list.id) {
      renewed.value = Object.keys(draft.answers).length > 0
      draft.list = list
      const known = new Set(items.value.map((i) => i.id))
      for (const id of Object.keys(draft.answers)) if (!known.has(id)) delete draft.answers[id]
    }
  }

  let copying: ReturnType<typeof setTimeout> | undefined
  watch(held.savedAt, () => {
    if (copying || !outbox.online) return
    copying = setTimeout(() => {
      copying = undefined
      const draft = held.draft.value
      if (!draft || draft.state !== 'editing' || Object.keys(draft.answers).length === 0) return
      const copy: Copy = plain({
        list: draft.list,
        answers: draft.answers,
        startedAt: draft.startedAt,
        ...(draft.reason ? { reason: draft.reason } : {}),
      })
      void unwrap(
        api.PUT('/enterprises/{enterprise}/drafts/daily/{record}', {
          params: { path: { enterprise: enterprise.value, record: draft.id } },
          body: { obligation: plain(draft.obligation), draft: JSON.stringify(copy) },
        }),
      ).catch(() => {
        // The phone's own draft is what counts.
      })
    }, copyMs)
  })

  return { ...held, items, answers, missing, renewed, open }
}
