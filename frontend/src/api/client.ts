// The only place that fetches. The access token lives in memory; the refresh
// token is a cookie that no script can read.

import createClient from 'openapi-fetch'
import { noteServerTime } from '@/offline/clock'
import { problemFrom, problemOf, ProblemError } from './problem'
import type { paths } from './schema.gen'

export const base = '/api/v1'

let token: string | null = null
let refreshing: Promise<boolean> | null = null
let onExpired: () => void = () => {}
let onRefreshed: (answer: unknown) => void = () => {}

export function setAccessToken(value: string | null): void {
  token = value
}

/** What to do when the session is over for good, and when it has been renewed. */
export function onSession(handlers: { expired: () => void; refreshed: (answer: unknown) => void }): void {
  onExpired = handlers.expired
  onRefreshed = handlers.refreshed
}

/** fetch without the session: for logging in and renewing. */
export async function plainFetch(request: Request): Promise<Response> {
  const sent = Date.now()
  const response = await fetch(request)
  noteServerTime(response.headers, sent, Date.now())
  return response
}

/**
 * Renews the access token from the cookie. All callers share one request;
 * false means that the session has ended, a network failure is thrown.
 */
export function refresh(): Promise<boolean> {
  refreshing ??= renew().finally(() => {
    refreshing = null
  })
  return refreshing
}

async function renew(): Promise<boolean> {
  const response = await plainFetch(
    new Request(`${base}/session/refresh`, { method: 'POST', credentials: 'same-origin' }),
  )
  if (response.status === 401 || response.status === 403) {
    token = null
    return false
  }
  if (!response.ok) throw new ProblemError(await problemOf(response))
  const answer: unknown = await response.json()
  const next = (answer as { accessToken?: unknown }).accessToken
  if (typeof next !== 'string') throw new ProblemError(problemFrom(response.status, null))
  token = next
  onRefreshed(answer)
  return true
}

function withToken(request: Request): Request {
  if (token) request.headers.set('Authorization', `Bearer ${token}`)
  return request
}

/** fetch with the session: on 401 it renews once and repeats once. */
export async function authorizedFetch(input: Request): Promise<Response> {
  const again = input.clone()
  const used = token
  const response = await plainFetch(withToken(input))
  if (response.status !== 401) return response
  // Another request may have renewed the token while this one was under way.
  if (token === used || token === null) {
    if (!(await refresh())) {
      onExpired()
      return response
    }
  }
  return plainFetch(withToken(again))
}

/** Typed by the contract: `api.GET('/enterprises/{enterprise}/…', {params: …})`. */
export const api = createClient<paths>({ baseUrl: base, fetch: authorizedFetch })

/** The data of a typed call, or the problem thrown. For queries and mutations. */
export async function unwrap<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call
  if (!response.ok) throw new ProblemError(problemFrom(response.status, error))
  return data as T
}

export interface SendOptions {
  method?: string
  body?: BodyInit
  headers?: Record<string, string>
  signal?: AbortSignal
}

function build(path: string, o: SendOptions): Request {
  return new Request(base + path, {
    method: o.method ?? 'GET',
    headers: o.headers ?? {},
    body: o.body ?? null,
    credentials: 'same-origin',
    signal: o.signal ?? null,
  })
}

/** A call outside the typed client: bytes, and text that must be sent exactly as it was signed. */
export async function send(path: string, o: SendOptions = {}): Promise<Response> {
  const request = build(path, o)
  return authorizedFetch(request)
}
