import { addDays, daysBetween } from '@/lib/day'

/** The longest range of a pack, in days. */
export const longest = 400

export type Preset = 'month' | 'quarter' | 'year' | 'own'

/** The days of a preset, which end today. */
export function daysOf(preset: Exclude<Preset, 'own'>, today: string): { from: string; to: string } {
  const from = {
    month: addDays(today, -29),
    quarter: addDays(today, -89),
    year: `${today.slice(0, 4)}-01-01`,
  }[preset]
  return { from, to: today }
}

/** What is wrong with a range, if anything. */
export function wrongOf(from: string, to: string, today: string): 'order' | 'long' | 'future' | '' {
  if (!from || !to || from > to) return 'order'
  if (to > today) return 'future'
  return daysBetween(from, to) > longest ? 'long' : ''
}
