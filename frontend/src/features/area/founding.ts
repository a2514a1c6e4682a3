// What an office writes down after its survey, as the form holds it, and as it
// is sent. An empty figure is unknown, never zero.

import type { components } from '@/api/schema.gen'

type Schemas = components['schemas']
export type Founding = Schemas['FoundEnterpriseInputBody']
type Business = Schemas['BusinessFigures']
type Product = Schemas['ProductFields']

export interface BusinessForm {
  kind: Business['kind']
  headcount: string
  revenue: string
  year: string
  basis: Business['basis']
}

export interface FoundingForm {
  name: string
  identifier: {
    kind: Schemas['Identifier']['kind']
    value: string
    confirmed: boolean
    reason: string
    market: string
    stall: string
  }
  address: string
  legalRepresentative: string
  contact: string
  phone: string
  surveyedOn: string
  surveyOutcome: string
  entryReason: string
  inScope: 'yes' | 'no' | undefined
  scopeNote: string
  businesses: BusinessForm[]
  site: Schemas['SiteFields'] & { address: string }
  products: Required<Product>[]
  office: string
}

export function emptyBusiness(kind: Business['kind'], year: number): BusinessForm {
  return { kind, headcount: '', revenue: '', year: String(year), basis: 'survey' }
}

export function emptyForm(today: string): FoundingForm {
  return {
    name: '',
    identifier: { kind: 'uscc', value: '', confirmed: false, reason: '', market: '', stall: '' },
    address: '',
    legalRepresentative: '',
    contact: '',
    phone: '',
    surveyedOn: today,
    surveyOutcome: '',
    entryReason: '',
    inScope: undefined,
    scopeNote: '',
    businesses: [emptyBusiness('retail', Number(today.slice(0, 4)) - 1)],
    site: { kind: 'store', name: '', address: '' },
    products: [],
    office: '',
  }
}

/** A number as typed; undefined if nothing, null if it is none. */
function figure(text: string): number | undefined | null {
  const s = text.replaceAll(',', '').trim()
  if (s === '') return undefined
  return /^\d+(\.\d{1,2})?$/.test(s) ? Number(s) : null
}

export type Faults = Record<string, 'missing' | 'number' | 'whole'>

/** What is wrong before the server is asked, by the pointer of the input. */
export function faultsOf(f: FoundingForm, needsOffice: boolean): Faults {
  const faults: Faults = {}
  const need = (pointer: string, value: string | undefined) => {
    if (!value?.trim()) faults[pointer] = 'missing'
  }
  need('name', f.name)
  if (f.identifier.kind === 'none') {
    need('identifier/reason', f.identifier.reason)
    need('identifier/market', f.identifier.market)
    need('identifier/stall', f.identifier.stall)
  } else need('identifier/value', f.identifier.value)
  need('address', f.address)
  need('surveyedOn', f.surveyedOn)
  need('entryReason', f.entryReason)
  need('inScope', f.inScope)
  if (f.inScope === 'no') need('scopeNote', f.scopeNote)
  need('site/name', f.site.name)
  if (needsOffice) need('office', f.office)
  f.businesses.forEach((b, i) => {
    const people = figure(b.headcount)
    if (people === null || (people !== undefined && !Number.isInteger(people)))
      faults[`businesses/${i}/headcount`] = 'whole'
    if (figure(b.revenue) === null) faults[`businesses/${i}/revenue`] = 'number'
    if (!/^20\d\d$/.test(b.year.trim())) faults[`businesses/${i}/year`] = 'whole'
  })
  f.products.forEach((p, i) => {
    need(`products/${i}/name`, p.name)
    need(`products/${i}/category`, p.category)
  })
  return faults
}

/** The contract's body; called once there are no faults. */
export function bodyOf(f: FoundingForm): Founding {
  const { kind } = f.identifier
  const some = <K extends string>(key: K, value: string) =>
    (value.trim() ? { [key]: value.trim() } : {}) as { [P in K]?: string }
  return {
    name: f.name.trim(),
    identifier:
      kind === 'none'
        ? {
            kind,
            reason: f.identifier.reason.trim(),
            market: f.identifier.market.trim(),
            stall: f.identifier.stall.trim(),
          }
        : {
            kind,
            value: f.identifier.value.trim(),
            ...(f.identifier.confirmed ? { confirmed: true } : {}),
          },
    address: f.address.trim(),
    legalRepresentative: f.legalRepresentative.trim(),
    contact: f.contact.trim(),
    ...some('phone', f.phone),
    surveyedOn: f.surveyedOn,
    surveyOutcome: f.surveyOutcome.trim(),
    entryReason: f.entryReason,
    inScope: f.inScope === 'yes',
    ...some('scopeNote', f.scopeNote),
    businesses: f.businesses.map((b) => {
      const people = figure(b.headcount)
      const revenue = figure(b.revenue)
      return {
        kind: b.kind,
        ...(people != null ? { headcount: people } : {}),
        ...(revenue != null ? { revenue } : {}),
        year: Number(b.year),
        basis: b.basis,
      }
    }),
    site: { kind: f.site.kind, name: f.site.name.trim(), ...some('address', f.site.address) },
    products: f.products.map((p) => ({
      name: p.name.trim(),
      category: p.category,
      regime: p.regime,
      ...some('certificate', p.certificate),
      ...some('standard', p.standard),
    })),
    ...some('office', f.office),
  }
}
