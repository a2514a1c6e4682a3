// What the server says: in Chinese, with a code by which other languages say it.

import { i18n } from './i18n'

export interface Said {
  /** Absent where the text is the person's own data. */
  code?: string
  /** In Chinese, by the server. */
  text: string
  /** Values a translation may quote; a value may be a sentence itself, or several. */
  params?: Record<string, unknown>
}

/** The sentence in the reader's language; in the server's own words where there is no other. */
export function said({ code, text, params }: Said): string {
  const { t, te } = i18n.global
  const key = `said.${code}`
  if (!code || !te(key)) return text
  const values = Object.entries(params ?? {}).map(([name, value]) => [name, worded(value)])
  return t(key, Object.fromEntries(values) as Record<string, unknown>)
}

/** Several sentences, one after another; the Chinese stands together without a space. */
export function saidAll(all: readonly Said[] | undefined, text = '', between = ' '): string {
  if (!all?.some((s) => s.code && i18n.global.te(`said.${s.code}`))) return text
  return all.map(said).join(between)
}

function worded(value: unknown): unknown {
  if (Array.isArray(value)) return listed(value.map(worded))
  return typeof value === 'object' && value !== null && 'text' in value ? said(value as Said) : value
}

function listed(all: unknown[]): string {
  return all.join(all.some((one) => String(one).includes(',')) ? '; ' : ', ')
}
