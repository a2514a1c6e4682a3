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

// The words of the first pages are bundled; those of every other noun come with
// its pages, so that the phone's first load does not grow with the product.
const first = import.meta.glob<Messages>('../locales/zh-CN/{app,ui,identity,record,hazard,enterprise}.json', {
  eager: true,
  import: 'default',
})
const later = import.meta.glob<Messages>(
  ['../locales/zh-CN/*.json', '!../locales/zh-CN/{app,ui,identity,record,hazard,enterprise}.json'],
  { import: 'default' },
)
const asked = new Map<string, Promise<void>>()

/** Brings the words of nouns; those that have come cost nothing. */
export async function words(...nouns: string[]): Promise<void> {
  await Promise.all(nouns.map((noun) => asked.get(noun) ?? bring(noun)))
}

function bring(noun: string): Promise<void> {
  const load = later[`../locales/zh-CN/${noun}.json`]
  const coming = load
    ? load().then(
        (m) => {
          i18n.global.mergeLocaleMessage('zh-CN', m)
          // Merging alone draws nothing anew: what was already on the page kept its keys.
          i18n.global.fallbackLocale.value = ['zh-CN']
        },
        () => void asked.delete(noun),
      )
    : Promise.resolve()
  asked.set(noun, coming)
  return coming
}

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': merge(first) } as Record<string, Messages>,
  // A part of one noun on a page of another: its words follow.
  missing: (_locale, key) => void words(key.split('.')[0] ?? ''),
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
