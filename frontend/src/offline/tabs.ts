// Several tabs of one phone: they tell one another what changed, and a lock
// keeps two of them from doing the same thing at once.

export interface Change {
  store: 'drafts' | 'outbox'
  id: string
}

export interface Tabs {
  announce(change: Change): void
  /** Calls on every change of another tab; returns how to stop. */
  listen(hear: (change: Change) => void): () => void
  /** Runs work if no other tab holds the name; false if one does. */
  exclusively(name: string, work: () => Promise<void>): Promise<boolean>
  /**
   * Holds the name until release is called or the tab dies; null if another
   * tab holds it. steal takes it from that tab, which then hears lost.
   */
  hold(name: string, lost: () => void, steal?: boolean): Promise<(() => void) | null>
}

export function browserTabs(channelName = 'zhize'): Tabs {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName)
  const locks = navigator.locks as LockManager | undefined
  return {
    announce: (change) => channel?.postMessage(change),
    listen(hear) {
      const on = (e: MessageEvent) => hear(e.data as Change)
      channel?.addEventListener('message', on)
      return () => channel?.removeEventListener('message', on)
    },
    async exclusively(name, work) {
      // Without the Web Locks API (Safari before 15.4) two tabs may send the
      // same thing; the server knows it by its id and keeps one.
      if (!locks) return work().then(() => true)
      return locks.request(name, { ifAvailable: true }, async (lock) => {
        if (lock) await work()
        return lock !== null
      })
    },
    hold(name, lost, steal = false) {
      if (!locks) return Promise.resolve(() => {})
      return new Promise((resolve) => {
        let free = () => {}
        let held = false
        const until = new Promise<void>((done) => {
          free = done
        })
        const grant = (lock: Lock | null) => {
          if (!lock) {
            resolve(null)
            return undefined
          }
          held = true
          resolve(free)
          return until
        }
        locks
          .request(name, steal ? { steal: true } : { ifAvailable: true }, grant)
          // Rejects when another tab stole it.
          .catch(() => (held ? lost() : resolve(null)))
      })
    },
  }
}
