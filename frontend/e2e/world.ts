// The world of a journey: enterprises of its own, made through the contract, so
// that journeys run side by side and on a database that others have used.
import { createHash, randomBytes } from 'node:crypto'
import { type Browser, expect, type Page } from '@playwright/test'
import type { components } from '../src/api/schema.gen'
import { guard, test as strict } from './page'

type Schemas = components['schemas']
export type Today = Schemas['Today']
export type Check = Schemas['TodayCheck']
export type Daily = Schemas['Daily']
export type DailyEntry = Schemas['DailyEntry']
export type Hazard = Schemas['Hazard']
export type RiskItem = Schemas['RiskItem']

export const server = process.env['ZHIZE_URL'] ?? ''
export const password = 'Journey-2026'
/** That of every demo account; the sign-in page shows it. */
const demoPassword = 'Zhize-demo-2026'

export interface Person {
  name: string
  login: string
  password: string
  token: string
}
export type Post = 'principal' | 'director' | 'officer'

/** Journeys need the program; without one only the pages' own tests run. */
export const test = strict.extend<{ journey: void; visit: (who: Person, path: string) => Promise<Page> }>({
  journey: [
    async ({ baseURL }, use, info) => {
      info.skip(!server, `${baseURL} has only pages: scripts/e2e.sh starts the program`)
      await use()
    },
    { auto: true },
  ],
  // Another person on a phone of his own.
  visit: async ({ browser }, use) => {
    const opened: { close(): Promise<void>; faults: string[] }[] = []
    await use(async (who, path) => {
      const page = await open(browser)
      opened.push({ close: () => page.context().close(), faults: guard(page) })
      await enter(page, who, path)
      return page
    })
    for (const one of opened) {
      await one.close()
      expect(one.faults).toEqual([])
    }
  },
})
export { expect }

async function open(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

/** An id as the phones mint them: UUIDv7. */
export function uuidv7(): string {
  const b = randomBytes(16)
  b.writeUIntBE(Date.now(), 0, 6)
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x70
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80
  return b.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A word that no other journey has. */
export const unique = () => randomBytes(5).toString('hex')

/** Asks the server; a refusal fails the journey with the server's own words. */
export async function call<T>(
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
  status = 200,
): Promise<T> {
  const answer = await fetch(`${server}/api/v1${path}`, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  })
  const text = await answer.text()
  expect(answer.status, `${method} ${path}: ${text}`).toBe(status)
  return (text ? JSON.parse(text) : undefined) as T
}

export async function login(name: string, secret: string): Promise<Person> {
  const s = await call<Schemas['Session']>(null, 'POST', '/login', { login: name, password: secret })
  return { name: s.me.name, login: name, password: secret, token: s.accessToken }
}

/** One of the demo's people. */
export const demo = (name: string) => login(name, demoPassword)

/** The agency of a supervising person. */
export async function agencyOf(who: Person): Promise<{ id: string; name: string }> {
  const me = await call<Schemas['Me']>(who.token, 'GET', '/me')
  const agency = me.memberships.find((m) => m.side === 'agency')
  if (!agency) throw new Error(`${who.login} belongs to no agency`)
  return agency
}

/** The office of the demo's suoyuan, in whose area journeys happen. */
export async function office(): Promise<{ id: string; name: string }> {
  const { items } = await call<{ items: { id: string; name: string }[] }>(null, 'GET', '/reference/offices')
  const found = items.find((o) => o.name.startsWith('罗店')) ?? items[0]
  if (!found) throw new Error('the program has no office')
  return found
}

export interface Shop {
  id: string
  name: string
  site: string
  principal: Person
  /** The path of its pages, and of its part of the contract. */
  at: string
  api: string
  items: RiskItem[]
}

interface Wish {
  /** The principal's own posts; a shopkeeper holds two. */
  posts?: Post[]
  /** Daily items added to the list. */
  extra?: Partial<RiskItem>[]
  /** Without a list there is nothing to check yet. */
  list?: boolean
}

/** A shop with an approved list whose check of today can be made now, whatever the hour. */
export async function registerShop(wish: Wish = {}): Promise<Shop> {
  const mark = unique()
  const name = `旅程商店${mark}（虚构）`
  const { enterprise: id } = await call<{ enterprise: string }>(
    null,
    'POST',
    '/registrations',
    {
      name,
      address: '示例路1号',
      legalRepresentative: '示例',
      contact: '示例',
      identifier: { kind: 'none', reason: '正在办理', market: '示例市场', stall: mark },
      businesses: [{ kind: 'retail', headcount: 2, revenue: 30.5, year: 2025, basis: 'self_declared' }],
      site: { kind: 'store', name: '门店' },
      products: [{ name: '插座', category: '电线电缆', regime: 'ccc' }],
      office: (await office()).id,
      principal: { name: '店主', login: `p${mark}`, password, posts: wish.posts ?? ['principal', 'officer'] },
    },
    201,
  )
  const principal = await login(`p${mark}`, password)
  const api = `/enterprises/${id}`
  const { sites } = await call<Schemas['Enterprise']>(principal.token, 'GET', api)
  const shop: Shop = { id, name, site: sites[0]?.id ?? '', principal, at: `/e/${id}`, api, items: [] }
  await openNow(shop)
  if (wish.list !== false) shop.items = await approveList(shop, wish.extra ?? [])
  return shop
}

/** Lets today's check be open: whoever runs this at night has a shop that works at night. */
export async function openNow(shop: Pick<Shop, 'principal' | 'api' | 'site'>): Promise<void> {
  const { checks } = await call<Today>(shop.principal.token, 'GET', `${shop.api}/today`)
  if (checks.some((c) => c.state === 'open')) return
  await call(shop.principal.token, 'PUT', `${shop.api}/sites/${shop.site}/shifts`, {
    shifts: [
      {
        name: '全天',
        starts: 0,
        ends: 1440,
        grace: 0,
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        restOnHolidays: false,
      },
    ],
  })
}

async function approveList(shop: Shop, extra: Partial<RiskItem>[]): Promise<RiskItem[]> {
  const { token } = shop.principal
  let list = await call<Schemas['RiskList']>(token, 'POST', `${shop.api}/risk-list/proposal`, undefined, 201)
  if (extra.length > 0) {
    const own = extra.map((e) => ({
      id: uuidv7(),
      category: '其他',
      step: '陈列与储存',
      risk: '不合格',
      measure: '自定检查',
      frequency: '每日',
      rhythm: 'daily',
      batch: false,
      post: 'officer',
      verified: false,
      source: 'own',
      ...e,
    }))
    // A small shop is asked eight items a day at most: ours take the place of the last ones.
    const last = list.items.filter((i) => i.rhythm === 'daily').slice(-own.length)
    list = await call(token, 'PUT', `${shop.api}/risk-list/draft`, {
      items: [...list.items.filter((i) => !last.includes(i)), ...own],
      revision: list.revision,
    })
  }
  list = await call(
    token,
    'POST',
    `${shop.api}/risk-list/approval`,
    { revision: list.revision, declaration: { text: '同意执行', signature: [] } },
    201,
  )
  return list.items.filter((i) => i.rhythm === 'daily')
}

/** Somebody new who has chosen his password and accepted the post. */
export async function appoint(shop: Shop, name: string, post: Post): Promise<Person> {
  const answer = await call<{ login: string; initialPassword: string; appointment: { id: string } }>(
    shop.principal.token,
    'POST',
    `${shop.api}/appointments`,
    { id: uuidv7(), name, login: `a${unique()}`, post },
    201,
  )
  const first = await login(answer.login, answer.initialPassword)
  await call(first.token, 'PUT', '/me/password', { current: first.password, new: password }, 204)
  const person = await login(answer.login, password)
  await call(person.token, 'PUT', `${shop.api}/appointments/${answer.appointment.id}/answer`, {
    answer: 'accepted',
    declaration: { text: '本人接受任命。', signature: [] },
  })
  return login(answer.login, password)
}

/** The check that is open now. */
export async function openCheck(shop: Shop, who: Person): Promise<Check> {
  const { checks } = await call<Today>(who.token, 'GET', `${shop.api}/today`)
  const check = checks.find((c) => c.state === 'open')
  if (!check) throw new Error('no check is open')
  return check
}

/** Submits today's check without risk, past the pages. */
export async function submitCheck(shop: Shop, who: Person, id = uuidv7()): Promise<Daily> {
  const check = await openCheck(shop, who)
  const now = new Date().toISOString()
  return call(who.token, 'PUT', `${shop.api}/records/daily/${id}`, {
    payloadVersion: 1,
    obligation: { site: check.site, shift: check.shift, day: check.day },
    listId: check.listId,
    listVersion: check.listVersion,
    startedAt: now,
    submittedAt: now,
    deviceSkewMs: 0,
    answers: check.items.map((i) => ({
      item: i.id,
      verdict: 'pass',
      ...(i.measured ? { value: i.measured.min } : {}),
    })),
    declaration: { text: '我已按清单逐项检查，记录属实。', signature: [] },
  })
}

export async function records(shop: Shop, who: Person = shop.principal): Promise<DailyEntry[]> {
  const { items } = await call<{ items: DailyEntry[] }>(who.token, 'GET', `${shop.api}/records/daily`)
  return items
}

export const readDaily = (shop: Shop, id: string) =>
  call<Daily>(shop.principal.token, 'GET', `${shop.api}/records/daily/${id}`)

/** Signs in behind the scenes and opens a page. */
export async function enter(page: Page, who: Person, path: string): Promise<void> {
  const answer = await page.request.post(`${server}/api/v1/login`, {
    data: { login: who.login, password: who.password },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  await page.goto(path)
}

/** Signs in as people do. */
export async function signIn(page: Page, who: { login: string; password: string }): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('账号').fill(who.login)
  await page.getByLabel('密码', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** One item of the check. */
export const item = (page: Page, i: RiskItem) => page.locator(`#item-${i.id}`)
/** The sheet that is open. */
export const sheet = (page: Page) => page.getByRole('dialog')
/** How much waits on the phone, in words. */
export const sync = (page: Page) => page.locator('button.sync')

/** A photograph: a JPEG in which the words can be read. */
export async function photograph(page: Page, words: string) {
  const url = await page.evaluate((text) => {
    const canvas = document.createElement('canvas')
    canvas.width = 800
    canvas.height = 600
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    for (let i = 0; i < 40; i++) {
      pen.fillStyle = `hsl(${(i * 37 + text.length * 11) % 360} 40% 60%)`
      pen.fillRect((i % 8) * 100, Math.floor(i / 8) * 120, 100, 120)
    }
    pen.fillStyle = '#000'
    pen.font = '48px sans-serif'
    pen.fillText(text, 40, 300)
    return canvas.toDataURL('image/jpeg', 0.9)
  }, words)
  const buffer = Buffer.from(url.split(',')[1] ?? '', 'base64')
  return {
    name: `${createHash('sha256').update(buffer).digest('hex').slice(0, 8)}.jpg`,
    mimeType: 'image/jpeg',
    buffer,
  }
}

/** Signs on the pad with a finger. */
export async function signByHand(page: Page): Promise<void> {
  const box = await sheet(page).locator('canvas').boundingBox()
  if (!box) throw new Error('no pad to sign on')
  await page.mouse.move(box.x + 30, box.y + box.height / 2)
  await page.mouse.down()
  for (let i = 1; i <= 8; i++)
    await page.mouse.move(box.x + 30 + i * 22, box.y + box.height / 2 + (i % 2 ? -20 : 20))
  await page.mouse.up()
}
