import { merge, type Messages } from '@/app/i18n'

export const en = merge(import.meta.glob<Messages>('./*.json', { eager: true, import: 'default' }))
