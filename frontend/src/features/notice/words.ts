import type { components } from '@/api/schema.gen'
import type { Tone } from '@/ui/dayState'

export type Delivery = components['schemas']['Delivery']
export type Channel = components['schemas']['NoticeChannel']
export type Notice = components['schemas']['Notice']
export type Rung = components['schemas']['Rung']

/** How a delivery's state is coloured; a letter that waits is no fault. */
export const stateTone: Record<Delivery['state'], Tone> = {
  queued: 'plain',
  sending: 'blue',
  sent: 'ok',
  failed: 'attention',
  dead: 'risk',
  suppressed: 'plain',
}

/** 480 → 08:00 */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** 08:00 → 480; undefined for what is no time of day. */
export function minutesOf(clock: string): number | undefined {
  const m = /^(\d{1,2}):(\d{2})$/.exec(clock)
  if (!m) return undefined
  const minutes = Number(m[1]) * 60 + Number(m[2])
  return Number(m[1]) < 24 && Number(m[2]) < 60 ? minutes : undefined
}
