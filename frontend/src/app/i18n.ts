import { createI18n } from 'vue-i18n'
import type { Locale } from '@/lib/day'

export type Messages = { [key: string]: string | Messages }

/** Files of one language, one per noun, as one tree. */
export function merge(files: Record<string, Messages>): Messages {
  const all: Messages = {}
  const into = (to: Messages, from: Messages) => {
    for (const [key, value] of Object.entries(from)) {
      const there = to[key]
      if (typeof value === 'string') to[key] = value
      else into(typeof there === 'object' ? there : (to[key] = {}), value)
    }
  }
  for (const name of Object.keys(files).sort()) into(all, files[name] ?? {})
  return all
}

const zh = merge(import.meta.glob<Messages>('../locales/zh-CN/*.json', { eager: true, import: 'default' }))

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh } as Record<string, Messages>,
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
})

/** Chinese is bundled; English comes when it is asked for. */
export async function setLocale(locale: Locale): Promise<void> {
  if (locale === 'en' && !i18n.global.availableLocales.includes('en')) {
    const { en } = await import('../locales/en')
    i18n.global.setLocaleMessage('en', en)
  }
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
}
