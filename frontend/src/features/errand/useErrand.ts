import { onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue'
import { send } from '@/api/client'
import { asProblem, type Problem, problemOf, ProblemError } from '@/api/problem'
import type { components } from '@/api/schema.gen'

export type Errand = components['schemas']['Errand']

export const over = (e: Errand): boolean => e.state !== 'queued' && e.state !== 'running'

/** How long to wait before the n-th question, in ms: soon at first, then ever longer. */
export function pause(n: number): number {
  return Math.min(10_000, Math.round(800 * 1.35 ** n))
}

async function ask(path: string, method?: 'POST'): Promise<Errand> {
  const response = await send(path, method ? { method } : {})
  if (!response.ok) throw new ProblemError(await problemOf(response))
  return (await response.json()) as Errand
}

/**
 * Follows an errand until it is over. The path is that of the errand; nothing
 * is kept here, so that a page that is opened again follows on.
 */
export function useErrand(path: Ref<string>, first?: Ref<Errand | undefined>) {
  const errand = shallowRef<Errand | undefined>(first?.value)
  const problem = shallowRef<Problem | null>(null)
  const cancelling = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  function again(): void {
    clearTimeout(timer)
    if (errand.value && over(errand.value)) return
    timer = setTimeout(() => void look(), pause(asked++))
  }
  async function look(): Promise<void> {
    const of = path.value
    try {
      const answer = await ask(of)
      if (of !== path.value) return
      // What moves is asked about sooner.
      if (answer.progress !== errand.value?.progress || answer.stage !== errand.value.stage)
        asked = Math.min(asked, 2)
      errand.value = answer
      problem.value = null
    } catch (error) {
      problem.value = asProblem(error)
      if (problem.value.status === 404) return
    }
    again()
  }
  async function cancel(): Promise<void> {
    if (cancelling.value) return
    cancelling.value = true
    try {
      errand.value = await ask(`${path.value}/cancel`, 'POST')
      problem.value = null
    } catch (error) {
      problem.value = asProblem(error)
      void look()
    } finally {
      cancelling.value = false
    }
  }
  watch(
    path,
    () => {
      asked = 0
      errand.value = first?.value
      if (!errand.value) void look()
      else again()
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return { errand, problem, cancelling, cancel }
}
