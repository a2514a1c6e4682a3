import type { components } from '@/api/schema.gen'

export type DutyMatrix = components['schemas']['DutyMatrix']
export type DutyCell = components['schemas']['DutyCell']
export type Mark = DutyCell['mark']
export const marks: Mark[] = ['lead', 'main', 'related']
export const signs: Record<Mark, string> = { lead: '★', main: '●', related: '○' }

/** What a key does to the cell in focus: 1 to 3 mark it, 0 empties it. */
export function markOf(key: string): Mark | '' | undefined {
  const n = Number(key)
  if (!/^[0-3]$/.test(key)) return undefined
  return n === 0 ? '' : marks[n - 1]
}

/** Where an arrow leads inside a grid of so many rows and columns. */
export function step(key: string, at: [number, number], rows: number, columns: number): [number, number] {
  const [r, c] = at
  const clamp = (n: number, most: number) => Math.max(0, Math.min(most - 1, n))
  switch (key) {
    case 'ArrowUp':
      return [clamp(r - 1, rows), c]
    case 'ArrowDown':
      return [clamp(r + 1, rows), c]
    case 'ArrowLeft':
      return [r, clamp(c - 1, columns)]
    case 'ArrowRight':
      return [r, clamp(c + 1, columns)]
    default:
      return at
  }
}

/** The marks as they are edited, by item and person. */
export type Marks = Record<string, Mark>
export const at = (item: string, account: string) => `${item} ${account}`

export function marksOf(cells: DutyCell[]): Marks {
  return Object.fromEntries(cells.map((c) => [at(c.item, c.account), c.mark]))
}

/** The cells to send: those of people in office, as the list has them. */
export function cellsOf(m: DutyMatrix, edited: Marks): DutyCell[] {
  return m.items.flatMap((i) =>
    m.people
      .filter((p) => p.inOffice)
      .flatMap((p) => {
        const mark = edited[at(i.id, p.account)]
        return mark ? [{ item: i.id, account: p.account, mark }] : []
      }),
  )
}
