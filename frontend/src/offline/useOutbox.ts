// The outbox as the pages see it, and the worker that empties it. It runs in
// the page: background sync does not exist on iOS, so the number that waits is
// always shown, and opening the app sends it.

import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { checkStorage, database, type Database } from './db'
import { deviceSkewMs } from './clock'
import { type Deed, deliverAll, giveUp, queue, reopen, submit } from './outbox'
import { browserTabs, type Tabs } from './tabs'
import type { Declaration, Draft, OutboxEntry } from './types'
import { wire } from './wire'

const lockName = 'zhize.outbox'

export const useOutbox = defineStore('outbox', () => {
  const entries = shallowRef<OutboxEntry[]>([])
  const sending = ref(false)
  const online = ref(navigator.onLine)
  /** Unsent records that the browser has thrown away since the last visit. */
  const lost = ref(0)
  const persisted = ref(false)
  /** How many records reached the server since the page was opened; pages watch it to ask again. */
  const delivered = ref(0)
  const needsLogin = ref(false)

  let tabs: Tabs | null = null
  let account: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let again = false

  const mine = computed(() => entries.value.filter((e) => e.account === account))
  const waiting = computed(() => entries.value.filter((e) => e.state === 'waiting').length)
  const refused = computed(() => entries.value.filter((e) => e.state !== 'waiting'))

  async function reload(db: Database): Promise<void> {
    entries.value = await db.getAllFromIndex('outbox', 'order')
  }

  /** Rounds over what waits, until nothing was added meanwhile. */
  async function round(db: Database, who: string, force: boolean): Promise<void> {
    again = false
    const done = await deliverAll(db, wire, who, { force })
    delivered.value += done.sent.length
    needsLogin.value = done.session
    for (const id of [...done.sent, ...done.refused]) tabs?.announce({ store: 'outbox', id })
    if (done.next !== null) timer = setTimeout(() => void kick(), Math.max(1000, done.next - Date.now()))
    // Something was signed while this round was under way.
    if (again && !done.session) await round(db, who, force)
  }

  /** Sends now. Without a session nothing is sent and nothing is lost. */
  async function kick(force = false): Promise<void> {
    if (sending.value) {
      again = true
      return
    }
    clearTimeout(timer)
    if (!account || !tabs) return
    const who = account
    sending.value = true
    try {
      const db = await database()
      const ours = await tabs.exclusively(lockName, () => round(db, who, force))
      await reload(db)
      // The tab that sends now may be closed before it is done.
      if (!ours && waiting.value > 0) timer = setTimeout(() => void kick(), 30_000)
    } finally {
      sending.value = false
    }
  }

  /** Once per page; later calls only change whose entries are sent. */
  async function start(who: string | null): Promise<void> {
    account = who
    const db = await database()
    if (!tabs) {
      tabs = browserTabs()
      tabs.listen((change) => change.store === 'outbox' && void reload(db).then(() => delivered.value++))
      window.addEventListener('online', () => {
        online.value = true
        void kick(true)
      })
      window.addEventListener('offline', () => {
        online.value = false
      })
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') void kick()
      })
      const state = await checkStorage(db)
      lost.value = state.lost
      persisted.value = state.persisted
    }
    await reload(db)
    void kick(true)
  }

  /** Puts a signed draft into the outbox and begins to send it. Resolves when it is safe on the phone. */
  async function sign(draft: Draft, declaration: Declaration): Promise<OutboxEntry> {
    const db = await database()
    const entry = await submit(db, draft, declaration, deviceSkewMs())
    tabs?.announce({ store: 'outbox', id: entry.id })
    await reload(db)
    void kick(true)
    return entry
  }

  /** Puts what was done about a hazard into the outbox and begins to send it. Resolves when it is safe on the phone. */
  async function act(deed: Deed): Promise<void> {
    const db = await database()
    await queue(db, deed)
    tabs?.announce({ store: 'outbox', id: deed.id })
    await reload(db)
    void kick(true)
  }

  /** Takes a refused entry back; form is where what was typed belongs, if not to its own. */
  async function amend(id: string, form?: string): Promise<Draft | undefined> {
    const db = await database()
    const draft = await reopen(db, id, form)
    tabs?.announce({ store: 'outbox', id })
    await reload(db)
    return draft
  }

  async function drop(id: string): Promise<void> {
    const db = await database()
    await giveUp(db, id)
    tabs?.announce({ store: 'outbox', id })
    await reload(db)
  }

  return {
    entries,
    mine,
    waiting,
    refused,
    sending,
    online,
    lost,
    persisted,
    delivered,
    needsLogin,
    start,
    kick,
    sign,
    act,
    amend,
    drop,
  }
})
