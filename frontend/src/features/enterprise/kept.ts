// Answers of the server that must be readable without it.

import { asProblem } from '@/api/problem'
import { database, recall, remember } from '@/offline/db'
import type { Owner } from '@/offline/types'

/** keptAt is the device time at which the answer was kept, null if it is fresh. */
export interface Kept<T> {
  value: T
  keptAt: number | null
}

/** Asks, and keeps the answer; without a network gives the one kept before. */
export async function askOrRecall<T>(owner: Owner, what: string, ask: () => Promise<T>): Promise<Kept<T>> {
  try {
    const value = await ask()
    await database()
      .then((db) => remember(db, owner, what, value))
      .catch(() => {})
    return { value, keptAt: null }
  } catch (error) {
    const { status } = asProblem(error)
    const kept = status === 0 || status >= 500 ? await lastKept<T>(owner, what) : null
    if (!kept) throw error
    return kept
  }
}

export async function lastKept<T>(owner: Owner, what: string): Promise<Kept<T> | null> {
  const row = await database()
    .then((db) => recall<T>(db, owner, what))
    .catch(() => null)
  return row ? { value: row.value, keptAt: row.at } : null
}
