// How a person wants to read: language, light or dark, text size. Kept on the
// device, since a shared phone is read by the eyes in front of it.

import { reactive, readonly, ref } from 'vue'
import type { Locale } from '@/lib/day'
import { setLocale } from './i18n'

export type Theme = 'system' | 'light' | 'dark'
export type TextSize = 'normal' | 'large'

interface Preferences {
  locale: Locale
  theme: Theme
  text: TextSize
}

const key = 'zhize.preferences'
const dark = window.matchMedia('(prefers-color-scheme: dark)')

function stored(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>
  } catch {
    return {}
  }
}

const state = reactive<Preferences>({ locale: 'zh-CN', theme: 'system', text: 'normal', ...stored() })

/** What the theme comes to. */
export const isDark = ref(false)

function show(): void {
  const root = document.documentElement
  isDark.value = state.theme === 'system' ? dark.matches : state.theme === 'dark'
  root.dataset['theme'] = isDark.value ? 'dark' : 'light'
  root.dataset['text'] = state.text
}

export const preferences = readonly(state)

export async function prefer(change: Partial<Preferences>): Promise<void> {
  if (change.locale && change.locale !== state.locale) await setLocale(change.locale)
  Object.assign(state, change)
  show()
  try {
    localStorage.setItem(key, JSON.stringify(state))
  } catch {
    // Private browsing: the choice lasts as long as the page.
  }
}

/** Before the first paint. English that cannot be fetched leaves Chinese. */
export async function applyPreferences(): Promise<void> {
  show()
  dark.addEventListener('change', show)
  if (state.locale !== 'zh-CN') await setLocale(state.locale).catch(() => {})
}
