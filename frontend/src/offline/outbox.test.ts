import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Problem, ProblemError } from '@/api/problem'
import { sha256 } from '@/lib/id'
import { checkStorage, type Database, openDatabase, recall, remember } from './db'
import { begin, discard, draftsOf, find, save } from './drafts'
import { backoff, deliverAll, formOf, giveUp, queue, reopen, submit, sweepPhotos, type Wire } from './outbox'
import { browserTabs } from './tabs'
import type { Declaration, Draft, OutboxEntry } from './types'

const owner = { account: 'wang', enterprise: 'factory' }
const monday = { site: 'site-1', shift: 'day', day: '2026-11-23' }
const tuesday = { ...monday, day: '2026-11-24' }
const declaration: Declaration = { text: '以上属实', signature: [] }

const list = { id: 'list-1', version: 3 }

let db: Database
let count = 0

beforeEach(async () => {
  localStorage.clear()
  db = await openDatabase(`test-${count++}`)
})

function problem(status: number, code: string): ProblemError {
  return new ProblemError({ type: 'about:blank', title: '', status, code, detail: '' } satisfies Problem)
}

/** A server that keeps records by id, and can lose its answers. */
function server() {
  const records = new Map<string, string>()
  const photos = new Map<string, number>()
  const calls: string[] = []
  let dropAnswers = 0
  let refuse: ProblemError | null = null
  const wire: Wire = {
    async putPhoto(p) {
      calls.push(`photo ${p.sha256}`)
      photos.set(p.sha256, (photos.get(p.sha256) ?? 0) + 1)
    },
    async put(e: OutboxEntry) {
      calls.push(`${e.kind === 'record.daily' ? 'daily' : e.kind} ${e.id}`)
      if (refuse) throw refuse
      const before = records.get(e.id)
      if (before !== undefined && before !== e.body) throw problem(409, 'record.daily.conflict')
      records.set(e.id, e.body)
      if (dropAnswers-- > 0) throw new TypeError('Failed to fetch')
      if (e.kind !== 'record.daily') return { id: e.hazard, steps: [{ id: e.id }] }
      return { id: e.id, bodyHash: await sha256(new TextEncoder().encode(e.body)) }
    },
  }
  return {
    wire,
    records,
    photos,
    calls,
    loseAnswers: (n: number) => (dropAnswers = n),
    refuseWith: (p: ProblemError | null) => (refuse = p),
  }
}

async function signed(o = monday, at = '2026-11-23T01:00:00Z'): Promise<Draft> {
  const draft = await begin(db, owner, o, list, new Date(at))
  draft.answers = { '2.1': { item: '2.1', verdict: 'pass' } }
  await save(db, draft)
  await submit(db, draft, declaration, -90_000, new Date(at))
  return draft
}

describe('draft', () => {
  it('is one per duty, even when two tabs begin it at once', async () => {
    const [a, b] = await Promise.all([begin(db, owner, monday, list), begin(db, owner, monday, list)])
    expect(a.id).toBe(b.id)
    expect(await draftsOf(db, owner)).toHaveLength(1)
  })

  it('belongs to its account and enterprise', async () => {
    const mine = await begin(db, owner, monday, list)
    const theirs = await begin(db, { account: 'li', enterprise: 'factory' }, monday, list)
    const elsewhere = await begin(db, { account: 'wang', enterprise: 'shop' }, monday, list)
    expect(new Set([mine.id, theirs.id, elsewhere.id]).size).toBe(3)
  })

  it('is not changed and not discarded once it is signed', async () => {
    const draft = await signed()
    draft.answers = {}
    expect(await save(db, draft)).toBe(false)
    expect(await discard(db, draft.id)).toBe(false)
    expect((await find(db, owner, monday))?.answers).toHaveProperty(['2.1'])
  })
})

describe('outbox', () => {
  it('carries the served day, both device times and the skew', async () => {
    const s = server()
    const draft = await signed()
    await deliverAll(db, s.wire, 'wang')
    expect(JSON.parse(s.records.get(draft.id) ?? '')).toMatchObject({
      payloadVersion: 1,
      obligation: monday,
      listId: 'list-1',
      listVersion: 3,
      startedAt: '2026-11-23T01:00:00.000Z',
      submittedAt: '2026-11-23T01:00:00.000Z',
      deviceSkewMs: -90_000,
      answers: [{ item: '2.1', verdict: 'pass' }],
    })
  })

  it('makes one record of a double tap and a lost answer', async () => {
    const s = server()
    s.loseAnswers(1)
    const draft = await signed()
    await submit(db, draft, { ...declaration, text: '第二次点击' }, 0)
    expect((await deliverAll(db, s.wire, 'wang')).sent).toEqual([])
    expect(await db.count('outbox')).toBe(1)
    expect((await deliverAll(db, s.wire, 'wang', { force: true })).sent).toEqual([draft.id])
    expect(s.records.size).toBe(1)
    expect(await db.count('outbox')).toBe(0)
    expect(await db.count('drafts')).toBe(0)
  })

  it('keeps its copy when the answer does not repeat the hash', async () => {
    await signed()
    const hotel: Wire = { putPhoto: async () => {}, put: async () => ({ id: '', bodyHash: '' }) }
    await deliverAll(db, hotel, 'wang')
    const [entry] = await db.getAll('outbox')
    expect(entry?.state).toBe('waiting')
    expect(entry?.problem?.code).toBe('client.not_acknowledged')
  })

  it('keeps a refused entry with its reason and goes on with the next', async () => {
    const s = server()
    const first = await signed()
    const second = await signed(tuesday, '2026-11-24T01:00:00Z')
    s.refuseWith(problem(422, 'record.daily.unanswered'))
    await deliverAll(
      db,
      { ...s.wire, put: (e) => (e.id === first.id ? s.wire.put(e) : server().wire.put(e)) },
      'wang',
    )
    const left = await db.getAll('outbox')
    expect(left.map((e) => [e.id, e.state, e.problem?.code])).toEqual([
      [first.id, 'rejected', 'record.daily.unanswered'],
    ])
    expect(left.some((e) => e.id === second.id)).toBe(false)

    const draft = await reopen(db, first.id)
    expect(draft?.id).toBe(first.id)
    expect(draft?.state).toBe('editing')
  })

  it('keeps the draft of the officer who came second, with the other record', async () => {
    const s = server()
    const draft = await signed()
    s.refuseWith(problem(409, 'record.daily.already_submitted'))
    await deliverAll(db, s.wire, 'wang')
    expect((await db.get('outbox', draft.id))?.state).toBe('conflict')
    expect((await find(db, owner, monday))?.conflict?.code).toBe('record.daily.already_submitted')
    await giveUp(db, draft.id)
    expect(await db.count('drafts')).toBe(0)
  })

  it.each([408, 429, 500, 503])('tries again later after status %i', async (status) => {
    const s = server()
    const draft = await signed()
    s.refuseWith(problem(status, 'x'))
    const round = await deliverAll(db, s.wire, 'wang', { now: () => 1000, random: () => 0.5 })
    expect(round.next).toBe(1000 + 1500)
    expect(await db.get('outbox', draft.id)).toMatchObject({ state: 'waiting', attempts: 1, notBefore: 2500 })
  })

  it('stops at the end of the session and loses nothing', async () => {
    const s = server()
    await signed()
    s.refuseWith(problem(401, 'identity.session.expired'))
    expect((await deliverAll(db, s.wire, 'wang')).session).toBe(true)
    expect((await db.getAll('outbox'))[0]?.attempts).toBe(0)
  })

  it('sends in the order of signing, photos first, and stops the line at a failure', async () => {
    const s = server()
    const first = await begin(db, owner, monday, list)
    first.answers = { '2.1': { item: '2.1', verdict: 'fail', photos: ['aa', 'aa'] } }
    await db.put('photos', {
      ...owner,
      sha256: 'aa',
      type: 'image/webp',
      width: 1,
      height: 1,
      size: 1,
      takenAt: '',
      bytes: new ArrayBuffer(1),
    })
    await save(db, first)
    await submit(db, first, declaration, null, new Date('2026-11-23T01:00:00Z'))
    const second = await signed(tuesday, '2026-11-24T01:00:00Z')

    s.refuseWith(problem(503, 'x'))
    await deliverAll(db, s.wire, 'wang')
    expect(s.calls).toEqual(['photo aa', `daily ${first.id}`])
    expect(await db.count('photos')).toBe(1)

    s.refuseWith(null)
    await deliverAll(db, s.wire, 'wang', { force: true })
    expect(s.calls.slice(2)).toEqual(['photo aa', `daily ${first.id}`, `daily ${second.id}`])
    expect(await db.count('photos')).toBe(0)
  })

  it("never sends another person's entry", async () => {
    const s = server()
    await signed()
    await deliverAll(db, s.wire, 'li')
    expect(s.calls).toEqual([])
    expect(await db.count('outbox')).toBe(1)
  })

  it('is emptied by one of two tabs only', async () => {
    const held = new Set<string>()
    const locks = {
      async request(name: string, _o: LockOptions, work: (l: Lock | null) => unknown) {
        if (held.has(name)) return work(null)
        held.add(name)
        try {
          return await work({ name, mode: 'exclusive' })
        } finally {
          held.delete(name)
        }
      },
    }
    Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
    const s = server()
    await signed()
    const run = () =>
      browserTabs('t').exclusively('zhize.outbox', async () => void (await deliverAll(db, s.wire, 'wang')))
    const ran = await Promise.all([run(), run()])
    expect([...ran].sort()).toEqual([false, true])
    expect(s.calls).toHaveLength(1)
  })

  it('notices at start that the browser has thrown its store away', async () => {
    await signed()
    expect(await checkStorage(db)).toMatchObject({ lost: 0 })
    expect(await checkStorage(await openDatabase(`test-${count++}`))).toMatchObject({ lost: 1 })
  })
})

describe('a step of a hazard', () => {
  const form = { note: '已下架', photos: ['aa'] }
  const kept = formOf({ id: 'step', hazard: 'h', step: 'measure' })
  const act = (id = 'step') =>
    queue(db, {
      ...owner,
      id,
      kind: 'hazard.step',
      hazard: 'h',
      title: '标签脱落',
      step: 'measure',
      typed: form,
      body: { ...form },
      kept,
    })
  const photo = { ...owner, sha256: 'aa', type: 'image/webp', width: 1, height: 1, size: 1, takenAt: '' }

  beforeEach(async () => {
    await remember(db, owner, kept, form)
    await db.put('photos', { ...photo, bytes: new ArrayBuffer(1) })
  })

  it('is taken once, whatever the line does, and leaves nothing on the phone', async () => {
    const s = server()
    s.loseAnswers(1)
    await act()
    await act()
    expect(await recall(db, owner, kept)).toBeNull()
    await deliverAll(db, s.wire, 'wang')
    expect((await deliverAll(db, s.wire, 'wang', { force: true })).sent).toEqual(['step'])
    expect(s.calls).toEqual(['photo aa', 'hazard.step step', 'photo aa', 'hazard.step step'])
    expect([...s.records.values()]).toEqual([JSON.stringify(form)])
    expect([await db.count('outbox'), await db.count('photos'), await db.count('served')]).toEqual([0, 0, 0])
  })

  it('waits in line behind a check and not behind a refusal', async () => {
    const s = server()
    const check = await signed()
    await act()
    s.refuseWith(problem(503, 'x'))
    await deliverAll(db, s.wire, 'wang')
    expect(s.calls).toEqual([`daily ${check.id}`])
    s.refuseWith(null)
    expect((await deliverAll(db, s.wire, 'wang', { force: true })).sent).toEqual([check.id, 'step'])
  })

  it.each([undefined, 'form.other'])('is a form again when it was refused: %s', async (place) => {
    const s = server()
    s.refuseWith(problem(409, 'hazard.step.not_next'))
    await act()
    expect((await deliverAll(db, s.wire, 'wang')).refused).toEqual(['step'])
    expect(await db.get('outbox', 'step')).toMatchObject({
      state: 'rejected',
      problem: { code: 'hazard.step.not_next' },
    })
    await reopen(db, 'step', place)
    await sweepPhotos(db, owner)
    expect((await recall(db, owner, place ?? kept))?.value).toEqual(form)
    expect([await db.count('outbox'), await db.count('photos')]).toEqual([0, 1])
  })

  it('is forgotten only on a word', async () => {
    const s = server()
    s.refuseWith(problem(409, 'hazard.step.not_next'))
    await act()
    await giveUp(db, 'step')
    expect(await db.count('outbox')).toBe(1)
    await deliverAll(db, s.wire, 'wang')
    await giveUp(db, 'step')
    expect([await db.count('outbox'), await db.count('photos')]).toEqual([0, 0])
  })

  it('is sent again when the server misses a photo, and when a strange page answers', async () => {
    const s = server()
    await act()
    s.refuseWith(problem(422, 'photo.missing'))
    await deliverAll(db, s.wire, 'wang')
    expect((await db.get('outbox', 'step'))?.state).toBe('waiting')
    const hotel: Wire = { putPhoto: async () => {}, put: async () => ({ id: 'h', steps: [] }) }
    await deliverAll(db, hotel, 'wang', { force: true })
    expect((await db.get('outbox', 'step'))?.problem?.code).toBe('client.not_acknowledged')
  })

  it('may have reported what is a hazard already', async () => {
    const report = {
      ...owner,
      kind: 'hazard.report' as const,
      title: '标签脱落',
      typed: form,
      body: {},
      kept,
    }
    await queue(db, { ...report, id: 'mine', hazard: 'mine' })
    await queue(db, { ...report, id: 'also', hazard: 'also' })
    const wire: Wire = {
      putPhoto: async () => {},
      put: async (e) => (e.id === 'mine' ? { id: 'mine', steps: [] } : { id: 'h', steps: [{ id: 'also' }] }),
    }
    // Both were written in one millisecond: either may go first.
    expect((await deliverAll(db, wire, 'wang')).sent.sort()).toEqual(['also', 'mine'])
  })
})

describe('backoff', () => {
  it('doubles from two seconds to five minutes, the upper half at random', () => {
    expect(backoff(1, () => 0)).toBe(1000)
    expect(backoff(1, () => 1)).toBe(2000)
    expect(backoff(4, () => 1)).toBe(16_000)
    expect(backoff(30, () => 1)).toBe(300_000)
  })
})
