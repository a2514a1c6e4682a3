// Who is working, and for whom. The access token lives in memory; what is kept
// on the device is only the name of the last person and his memberships, so
// that an officer without network still reaches today's check.

import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, onSession, plainFetch, refresh, setAccessToken, unwrap } from '@/api/client'
import { asProblem } from '@/api/problem'
import type { components } from '@/api/schema.gen'

type Schemas = components['schemas']

export interface Account {
  id: string
  login: string
  name: string
  /** Set until the first password, which somebody else chose, is replaced. */
  mustChangePassword: boolean
}

/** One capacity of the person: posts in an enterprise, or a place in an agency. */
export type Membership = Schemas['Membership']

/** What logging in and renewing both answer. */
export type SessionAnswer = Schemas['Session']

export type Status = 'unknown' | 'anonymous' | 'signedIn' | 'offline'

const profileKey = 'zhize.profile'
const lastKey = 'zhize.last'

interface Profile {
  account: Account
  memberships: Membership[]
}

function read<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null
  } catch {
    return null
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Without storage an offline start is not possible; nothing else is lost.
  }
}

export const useSession = defineStore('session', () => {
  const status = ref<Status>('unknown')
  const account = ref<Account | null>(null)
  const memberships = ref<Membership[]>([])
  const activeId = ref<string | null>(read<string>(lastKey))
  /** The session ended by itself while a page was open. */
  const ended = ref(false)
  let restoring: Promise<void> | null = null

  const active = computed(
    () => memberships.value.find((m) => m.id === activeId.value) ?? memberships.value[0] ?? null,
  )
  /** Signed in, or remembered without network. */
  const known = computed(() => status.value === 'signedIn' || status.value === 'offline')

  function take(answer: SessionAnswer): void {
    const { me } = answer
    account.value = {
      id: me.account,
      login: me.login,
      name: me.name,
      mustChangePassword: answer.mustChangePassword,
    }
    memberships.value = me.memberships
    status.value = 'signedIn'
    ended.value = false
    write(profileKey, { account: account.value, memberships: memberships.value } satisfies Profile)
  }

  function forget(): void {
    setAccessToken(null)
    status.value = 'anonymous'
    account.value = null
    memberships.value = []
    write(profileKey, null)
  }

  onSession({
    expired: () => {
      ended.value = known.value
      setAccessToken(null)
      status.value = 'anonymous'
    },
    refreshed: (answer) => take(answer as SessionAnswer),
  })

  async function restoreOnce(): Promise<void> {
    try {
      if (!(await refresh())) status.value = 'anonymous'
    } catch (error) {
      // No network, or a server that is down: work on with what is known.
      const profile = read<Profile>(profileKey)
      const problem = asProblem(error)
      if (profile && (problem.status === 0 || problem.status >= 500)) {
        account.value = profile.account
        memberships.value = profile.memberships
        status.value = 'offline'
      } else {
        status.value = 'anonymous'
      }
    }
  }

  /** At start, and again when the network returns. */
  function restore(): Promise<void> {
    if (status.value !== 'unknown' && status.value !== 'offline') return Promise.resolve()
    restoring ??= restoreOnce().finally(() => (restoring = null))
    return restoring
  }

  async function login(name: string, password: string): Promise<void> {
    // A refusal here is about the password, not about the session.
    const answer = await unwrap(api.POST('/login', { body: { login: name, password }, fetch: plainFetch }))
    setAccessToken(answer.accessToken)
    take(answer)
  }

  async function changePassword(current: string, next: string): Promise<void> {
    await unwrap(api.PUT('/me/password', { body: { current, new: next } }))
    if (account.value) account.value = { ...account.value, mustChangePassword: false }
    await refresh()
  }

  /** Ends the session. Drafts and the outbox stay on the phone. */
  async function logout(): Promise<void> {
    await unwrap(api.POST('/logout')).catch(() => {})
    forget()
  }

  function switchTo(id: string): void {
    if (!memberships.value.some((m) => m.id === id)) return
    activeId.value = id
    write(lastKey, id)
  }

  /** Whether the button is worth showing; the server decides. */
  function can(permission: string): boolean {
    return active.value?.permissions.includes(permission) ?? false
  }

  return {
    status,
    known,
    ended,
    account,
    memberships,
    active,
    restore,
    login,
    logout,
    changePassword,
    switchTo,
    can,
  }
})
