import { useQuery, useQueryCache } from '@pinia/colada'
import { type MaybeRefOrGetter, toValue } from 'vue'
import { api, unwrap } from '@/api/client'
import type { components } from '@/api/schema.gen'
import { useHere } from '@/features/enterprise/here'

type Schemas = components['schemas']
export type Entry = Schemas['GoodsEntry']
export type Fields = Schemas['GoodsVersion']
export type Kind = Entry['kind']
export type Suspicion = Schemas['Suspicion']
export type Commission = Schemas['Commission']

/** What is kept about goods, and the word that something of it has changed. */
export function useGoods() {
  const { enterprise } = useHere()
  const cache = useQueryCache()

  function useRecent(kind: MaybeRefOrGetter<Kind>) {
    return useQuery({
      key: () => ['goods', enterprise.value, 'recent', toValue(kind)],
      query: () =>
        unwrap(
          api.GET('/enterprises/{enterprise}/goods/recent', {
            params: { path: { enterprise: enterprise.value }, query: { kind: toValue(kind) } },
          }),
        ),
    })
  }

  function useSuspicions() {
    return useQuery({
      key: () => ['goods', enterprise.value, 'suspicions'],
      query: () =>
        unwrap(
          api.GET('/enterprises/{enterprise}/suspicions', {
            params: { path: { enterprise: enterprise.value } },
          }),
        ),
    })
  }

  function useCommissions() {
    return useQuery({
      key: () => ['goods', enterprise.value, 'commissions'],
      query: () =>
        unwrap(
          api.GET('/enterprises/{enterprise}/commissions', {
            params: { path: { enterprise: enterprise.value } },
          }),
        ),
    })
  }

  /** Everything about goods is asked again, and what awaits me. */
  function changed() {
    void cache.invalidateQueries({ key: ['goods', enterprise.value] })
    void cache.invalidateQueries({ key: ['today', enterprise.value] })
  }

  return { useRecent, useSuspicions, useCommissions, changed }
}

/** 12.5 箱 */
export function amount(quantity: number, unit: string): string {
  return `${quantity} ${unit}`
}
