// What is entered about an enterprise. Numbers stay text while they are typed:
// unknown is not nought.

import { useQuery } from '@pinia/colada'
import { api, unwrap } from '@/api/client'
import type { components } from '@/api/schema.gen'

type Schemas = components['schemas']
export type Head = Omit<Schemas['EditEnterpriseInputBody'], 'revision'>
export type Figures = Schemas['BusinessFigures']
export type BusinessKind = Figures['kind']
export type SiteFields = Schemas['SiteFields']
export type ProductFields = Schemas['ProductFields']

export const businessKinds: BusinessKind[] = ['production', 'wholesale', 'retail']
export const bases: Figures['basis'][] = ['annual_report', 'tax', 'self_declared', 'survey', 'other']
export const siteKinds: SiteFields['kind'][] = ['store', 'workshop', 'warehouse', 'stall']
export const regimes: ProductFields['regime'][] = ['license', 'ccc', 'mandatory', 'none']
export const otherCategory = '其他'

/** A product as typed: the regime decides the scope, so nobody chooses it for the person. */
export type TypedProduct = Omit<ProductFields, 'regime'> & { regime: ProductFields['regime'] | '' }

export const blankProduct = (): TypedProduct => ({
  name: '',
  category: '',
  regime: '',
  certificate: '',
  standard: '',
})

/** The product to send, or null while something is missing. */
export function productOf(p: TypedProduct): ProductFields | null {
  const { name, category, regime, certificate, standard } = p
  if (!name.trim() || !category || !regime) return null
  return {
    name: name.trim(),
    category,
    regime,
    ...(certificate?.trim() ? { certificate: certificate.trim() } : {}),
    ...(standard?.trim() ? { standard: standard.trim() } : {}),
  }
}

/** The figures of a business as typed. */
export interface TypedFigures {
  kind: BusinessKind
  headcount: string
  revenue: string
  year: string
  basis: Figures['basis']
}

export function typed(kind: BusinessKind, year: number, f?: Figures): TypedFigures {
  return {
    kind,
    headcount: f?.headcount === undefined ? '' : String(f.headcount),
    revenue: f?.revenue === undefined ? '' : String(f.revenue),
    year: String(f?.year ?? year),
    basis: f?.basis ?? 'self_declared',
  }
}

const blank = (s: string) => s.trim() === ''

export function figureFaults(f: TypedFigures): { headcount: boolean; revenue: boolean; year: boolean } {
  return {
    headcount: !blank(f.headcount) && !/^\d{1,8}$/.test(f.headcount.trim()),
    revenue: !blank(f.revenue) && !/^\d{1,10}(\.\d{1,2})?$/.test(f.revenue.trim()),
    year: !/^20\d\d$/.test(f.year.trim()),
  }
}

export function figuresOf(f: TypedFigures): Figures {
  return {
    kind: f.kind,
    year: Number(f.year),
    basis: f.basis,
    ...(blank(f.headcount) ? {} : { headcount: Number(f.headcount) }),
    ...(blank(f.revenue) ? {} : { revenue: Number(f.revenue) }),
  }
}

/** The head without what was left empty. */
export function headOf(h: Head): Head {
  const { kind, value, confirmed, reason, market, stall } = h.identifier
  return {
    name: h.name.trim(),
    identifier:
      kind === 'none'
        ? { kind, reason: reason?.trim() ?? '', market: market?.trim() ?? '', stall: stall?.trim() ?? '' }
        : { kind, value: (value ?? '').trim(), ...(confirmed ? { confirmed } : {}) },
    address: h.address.trim(),
    legalRepresentative: h.legalRepresentative.trim(),
    contact: h.contact.trim(),
    ...(h.phone?.trim() ? { phone: h.phone.trim() } : {}),
  }
}

/** Whether what is typed here may be sent; the server checks all of it again. */
export function headComplete(h: Head): boolean {
  const i = h.identifier
  const known = i.kind === 'none' ? i.reason?.trim() && i.market?.trim() && i.stall?.trim() : i.value?.trim()
  return [h.name, h.address, h.legalRepresentative, h.contact].every((s) => s.trim()) && !!known
}

/** The product categories of the templates, by side. */
export function useCategories() {
  return useQuery({
    key: ['reference', 'categories'],
    query: () => unwrap(api.GET('/reference/categories')),
    staleTime: 3_600_000,
  })
}
