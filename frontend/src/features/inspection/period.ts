import type { Tone } from '@/ui/dayState'

/** A period of which a signed paper is due, in the words of its noun. */
export interface Period {
  id: string
  name: string
  span?: string
  state: 'coming' | 'open' | 'done' | 'excused' | 'missed'
  /** The state in words. */
  standing: string
  /** What opens its paper; none while nothing is signed. */
  paper: string
  /** What opening it does, said to screen readers. */
  pick: string
  signedBy?: string
  signedAt?: string
  marks: { text: string; tone?: Tone }[]
  figures?: string
  /** Why no paper was due. */
  excused: string
  due: string
}
