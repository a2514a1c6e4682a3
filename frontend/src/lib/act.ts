import { ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

/**
 * One act of a person that the server answers: busy while it is under way, and
 * the refusal if there was one. A second tap during the first does nothing.
 */
export function useAct() {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)

  /** True if it was done. */
  async function run(work: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    problem.value = null
    try {
      await work()
      return true
    } catch (error) {
      problem.value = asProblem(error)
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, run, reset: () => (problem.value = null) }
}
