import { ref, watch } from 'vue'
import { api, unwrap } from '@/api/client'
import type { components } from '@/api/schema.gen'

export type Identifier = components['schemas']['Identifier']
export type Verdict = components['schemas']['CheckIdentifierOutputBody']

const quietMs = 400

/** Checks an identifier while it is typed; the server decides again when it is sent. */
export function useIdentifierCheck(of: () => Identifier) {
  const verdict = ref<Verdict | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  watch(
    () => [of().kind, of().value],
    () => {
      clearTimeout(timer)
      verdict.value = null
      const { kind, value } = of()
      const long = kind === 'uscc' ? 18 : 15
      const n = ++asked
      // Half typed is not wrong yet.
      if (kind === 'none' || (value ?? '').replace(/\s/g, '').length < long) return
      timer = setTimeout(async () => {
        try {
          const answer = await unwrap(
            api.POST('/reference/identifier-checks', { body: { kind, value: value ?? '' } }),
          )
          if (n === asked) verdict.value = answer
        } catch {
          // Without an answer nothing is said; sending will tell.
        }
      }, quietMs)
    },
  )
  return { verdict }
}
