// RFC 9457 problems, the only errors a person sees.

import { type Said, said } from '@/app/said'

export interface ProblemField extends Said {
  /** The input at fault, as a JSON pointer ("/answers/3/note") or a path ("body.answers[3].note"). */
  pointer: string
}

export interface Problem {
  type: string
  title: string
  status: number
  /** Stable and dotted, domain first; the key of the translation. */
  code: string
  /** In Chinese, by the server: what is wrong and what to do. */
  detail: string
  fields?: ProblemField[]
  requestId?: string
  /** Values a translation may quote. */
  params?: Record<string, unknown>
  [more: string]: unknown
}

/** Codes that the front end itself gives: the server was not reached, or did not answer as itself. */
export const offline = 'client.offline'
export const strange = 'client.strange_answer'

export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

function local(status: number, code: string): Problem {
  return { type: 'about:blank', title: '', status, code, detail: '' }
}

function isProblem(x: unknown): x is Problem {
  return typeof x === 'object' && x !== null && typeof (x as Problem).code === 'string'
}

/** What went wrong, from a body already parsed. */
export function problemFrom(status: number, body: unknown): Problem {
  return isProblem(body) ? { ...body, status: body.status ?? status } : local(status, strange)
}

/** What went wrong, from an answer whose body is still unread. */
export async function problemOf(response: Response): Promise<Problem> {
  try {
    return problemFrom(response.status, await response.json())
  } catch {
    return local(response.status, strange)
  }
}

/** Any thrown thing as a problem: a failed fetch is a TypeError and means the network. */
export function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  if (isProblem(error)) return error
  return local(0, error instanceof TypeError || (error as Error)?.name === 'AbortError' ? offline : strange)
}

function path(pointer: string): string {
  return pointer
    .replace(/^#?\/?/, '')
    .replace(/^body[./]/, '')
    .replace(/\[(\d+)\]/g, '/$1')
    .replaceAll('.', '/')
}

/** The text for one input of a form, or undefined if it is not at fault. */
export function fieldError(problem: Problem | null | undefined, pointer: string): string | undefined {
  const at = problem?.fields?.find((f) => path(f.pointer) === path(pointer))
  return at && said(at)
}

interface Translator {
  t: (key: string, params: Record<string, unknown>) => string
  te: (key: string) => boolean
}

/** The sentence to show: what the server said, else what is known of the code, else of the status. */
export function problemText(problem: Problem, { t, te }: Translator): string {
  const params = problem.params ?? {}
  if (problem.detail) return said({ code: problem.code, text: problem.detail, params })
  const key = `problem.${problem.code}`
  if (te(key)) return t(key, params)
  const byStatus = `problem.status.${problem.status}`
  return te(byStatus) ? t(byStatus, params) : t('problem.status.0', params)
}
