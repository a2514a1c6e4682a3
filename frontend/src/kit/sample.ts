import { addDays, daysOfMonth } from '@/lib/day'
import type { DayEntry, DayState } from '@/ui/dayState'
import type { HeatRow } from '@/ui/desk/HeatMatrix.vue'

export const today = '2026-11-23'

const weekStates: DayState[] = ['zero', 'zero', 'late', 'hazard', 'missed', 'rest', 'today']
export const week: DayEntry[] = weekStates.map((state, i) => ({ day: addDays(today, i - 6), state }))

const pattern: DayState[] = [
  'zero',
  'zero',
  'hazard',
  'zero',
  'zero',
  'rest',
  'rest',
  'zero',
  'late',
  'zero',
  'backfill',
  'missed',
]
export const monthDays: DayEntry[] = daysOfMonth('2026-11').map((day, i) => ({
  day,
  state: day > today ? 'future' : day === today ? 'today' : (pattern[i % pattern.length] ?? 'zero'),
}))

export const thirty = (shift: number): DayEntry[] =>
  Array.from({ length: 30 }, (_, i) => ({
    day: addDays(today, i - 29),
    state:
      i === 29
        ? 'today'
        : (i * 7 + shift * 3) % 11 > shift
          ? 'zero'
          : (pattern[(i + shift) % pattern.length] ?? 'zero'),
  }))

const towns = [
  '友谊路所',
  '吴淞所',
  '张庙所',
  '杨行所',
  '月浦所',
  '罗店所',
  '罗泾所',
  '顾村所',
  '大场所',
  '庙行所',
  '淞南所',
  '高境所',
  '高新园区所',
]
export const heatDays = daysOfMonth('2026-11')
export const heatRows: HeatRow[] = towns.map((name, r) => ({
  id: String(r),
  name,
  cells: heatDays
    .filter((d) => d <= today)
    .map((day, i) => {
      const due = 120 + ((r * 37) % 140)
      const bad = name === '罗泾所' ? (i > 14 ? 0.21 : 0.14) : ((r * 13 + i * 7) % 9) / 110
      return { day, due, done: Math.round(due * (1 - bad)) }
    }),
}))
