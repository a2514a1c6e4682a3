// The phone's own store. Everything in it belongs to an account and an
// enterprise; logging out deletes nothing here, since a shared phone may hold a
// colleague's unsent check.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { uuidv7 } from '@/lib/id'
import type { Draft, OutboxEntry, Owner, StoredPhoto } from './types'

interface Schema extends DBSchema {
  drafts: {
    key: string
    value: Draft
    indexes: { owner: [string, string]; obligation: [string, string, string, string, string] }
  }
  outbox: { key: string; value: OutboxEntry; indexes: { owner: [string, string]; order: number } }
  photos: { key: [string, string, string]; value: StoredPhoto; indexes: { owner: [string, string] } }
  /** The server's last answers, so that today's list opens without a network. */
  served: { key: string; value: { key: string; at: number; value: unknown } }
  meta: { key: string; value: unknown }
}

export type Database = IDBPDatabase<Schema>

export function openDatabase(name = 'zhize'): Promise<Database> {
  return openDB<Schema>(name, 1, {
    upgrade(db) {
      const drafts = db.createObjectStore('drafts', { keyPath: 'id' })
      drafts.createIndex('owner', ['account', 'enterprise'])
      // One draft per person, enterprise and duty, also between two tabs.
      drafts.createIndex(
        'obligation',
        ['account', 'enterprise', 'obligation.site', 'obligation.shift', 'obligation.day'],
        { unique: true },
      )
      const outbox = db.createObjectStore('outbox', { keyPath: 'id' })
      outbox.createIndex('owner', ['account', 'enterprise'])
      outbox.createIndex('order', 'queuedAt')
      const photos = db.createObjectStore('photos', { keyPath: ['account', 'enterprise', 'sha256'] })
      photos.createIndex('owner', ['account', 'enterprise'])
      db.createObjectStore('served', { keyPath: 'key' })
      db.createObjectStore('meta')
    },
    // A newer tab wants to upgrade: let it; this tab reloads on its next use.
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
      opened = null
    },
  })
}

let opened: Promise<Database> | null = null

/** The one database of this page. */
export function database(): Promise<Database> {
  opened ??= openDatabase().catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

/** A random name of this browser, made once; it tells two phones apart, not two people. */
export async function deviceId(db: Database): Promise<string> {
  const tx = db.transaction('meta', 'readwrite')
  let id = await tx.store.get('device')
  if (typeof id !== 'string') {
    id = uuidv7()
    await tx.store.put(id, 'device')
  }
  await tx.done
  return id as string
}

export const servedKey = (o: Owner, what: string) => `${o.account}/${o.enterprise}/${what}`

/** Keeps an answer of the server for the time without a network. */
export async function remember(db: Database, owner: Owner, what: string, value: unknown): Promise<void> {
  await db.put('served', {
    key: servedKey(owner, what),
    at: Date.now(),
    value: JSON.parse(JSON.stringify(value)) as unknown,
  })
}

/** The last answer kept, with the device time at which it was kept. */
export async function recall<T>(
  db: Database,
  owner: Owner,
  what: string,
): Promise<{ at: number; value: T } | null> {
  const row = await db.get('served', servedKey(owner, what))
  return row ? { at: row.at, value: row.value as T } : null
}

const marker = 'zhize.outbox.waiting'

/** Notes beside the database that something unsent lies in it. */
export function markWaiting(count: number): void {
  try {
    if (count > 0) localStorage.setItem(marker, String(count))
    else localStorage.removeItem(marker)
  } catch {
    // No storage to note it in; the database itself will have said so too.
  }
}

/**
 * At start: asks the browser to keep our storage, and says whether it has
 * thrown away unsent records since the last visit (Safari may after 7 days).
 */
export async function checkStorage(db: Database): Promise<{ persisted: boolean; lost: number }> {
  const persisted = (await navigator.storage?.persist?.().catch(() => false)) ?? false
  let noted = 0
  try {
    noted = Number(localStorage.getItem(marker) ?? 0)
  } catch {
    // as above
  }
  const held = await db.count('outbox')
  markWaiting(held)
  return { persisted, lost: held === 0 ? noted : 0 }
}
