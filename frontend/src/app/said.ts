// What the server says: in Chinese, with a code by which other languages say it.

import { i18n } from './i18n'

export interface Said {
  /** Absent where the text is the person's own data. */
  code?: string
  /** In Chinese, by the server. */
  text: string
  /** Values a translation may quote. */
  params?: Record<string, unknown>
}

/** The sentence in the reader's language; in the server's own words where there is no other. */
export function said({ code, text, params }: Said): string {
  const { t, te } = i18n.global
  const key = `said.${code}`
  return code && te(key) ? t(key, params ?? {}) : text
}
