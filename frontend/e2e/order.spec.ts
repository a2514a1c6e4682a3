import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { components } from '../src/api/schema.gen'
import {
  agencyOf,
  appoint,
  call,
  demo,
  enter,
  expect,
  type Person,
  photograph,
  registerShop,
  server,
  sheet,
  type Shop,
  test,
  unique,
  uuidv7,
} from './world'

type Schemas = components['schemas']

/** The demo's factory, which has signed its weeks and months. */
async function factory(): Promise<string> {
  const { token } = await demo('zongjian')
  const me = await call<Schemas['Me']>(token, 'GET', '/me')
  return me.memberships.find((m) => m.side === 'enterprise')?.id ?? ''
}

/** Brings what was ordered to where only the officer goes on. */
async function rectify(shop: Shop, verifier: Person, hazard: string, photo: Buffer): Promise<void> {
  const sha = createHash('sha256').update(photo).digest('hex')
  const sent = await fetch(`${server}/api/v1${shop.api}/photos/${sha}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${shop.principal.token}`, 'Content-Type': 'image/jpeg' },
    body: new Uint8Array(photo),
  })
  expect(sent.status).toBe(204)
  const step = (who: Person, kind: string, more: object = {}) =>
    call(who.token, 'PUT', `${shop.api}/hazards/${hazard}/steps/${uuidv7()}`, {
      kind,
      note: '已补建进货台账',
      ...more,
    })
  await step(shop.principal, 'measure')
  await step(shop.principal, 'rectified', { cause: 'management', photos: [sha] })
  await step(verifier, 'verified')
}

test('an officer reads weeks and months, closes what he ordered, and takes a pack away @desk', async ({
  page,
}) => {
  const officer = await demo('suoyuan')
  const agency = (await agencyOf(officer)).id
  const shop = await registerShop()
  const director = await appoint(shop, '旅程总监', 'director')
  const hazard = uuidv7()
  const number = `虚责改〔2026〕${unique()}号`
  await call(officer.token, 'PUT', `/agencies/${agency}/enterprises/${shop.id}/hazards/${hazard}`, {
    source: 'order',
    number,
    description: '未建立进货台账',
    severity: 'general',
    basis: '以文书为准',
    due: '2099-12-31',
  })

  await enter(page, officer, `/a/${agency}/enterprises/${await factory()}?item=2.2`)
  await test.step('a week as its paper, and the month it led to', async () => {
    await page
      .getByRole('button', { name: /^打开第\d+周的报告$/ })
      .first()
      .click()
    const week = page.getByRole('region', { name: '每周工业产品质量安全排查治理报告' })
    await expect(week.getByText('三、分析研判')).toBeVisible()
    await page.getByRole('button', { name: /^2\.3/ }).click()
    await page
      .getByRole('button', { name: /^打开.*的纪要$/ })
      .first()
      .click()
    const month = page.getByRole('region', { name: '每月工业产品质量安全调度会议纪要' })
    await expect(month.getByText(/意见建议 \d+ 条，已答复 \d+ 条/)).toBeVisible()
    const paper = page.waitForResponse((r) => /\/monthlies\/[^/]+\/paper/.test(r.url()))
    await month.getByRole('button', { name: /Word/ }).click()
    expect((await paper).headers()['content-type']).toContain('wordprocessingml')
  })

  await test.step('what he ordered awaits him once it is verified, and is gone when it is closed', async () => {
    await rectify(shop, director, hazard, (await photograph(page, number)).buffer)
    await page.getByRole('link', { name: '责令改正' }).click()
    const row = page.getByRole('row', { name: new RegExp(number) })
    await expect(row.getByText('待我销案')).toBeVisible()
    await row.getByRole('link').click()
    await page.getByRole('button', { name: '销案', exact: true }).click()
    await sheet(page).getByRole('textbox').fill('现场核查，台账已建立')
    await sheet(page).getByRole('button', { name: '销案', exact: true }).click()
    await expect(page.getByRole('region', { name: '隐患' }).getByText('已销号').first()).toBeVisible()
    await page.getByRole('link', { name: '责令改正' }).click()
    await expect(page.getByRole('heading', { name: '待关闭的责令改正' })).toBeVisible()
    await expect(page.getByText(number)).toHaveCount(0)
  })

  await test.step('the pack is made and fetched', async () => {
    await page.goto(`/a/${agency}/enterprises/${shop.id}`)
    await page.getByRole('button', { name: '迎检自证包' }).click()
    await sheet(page).getByRole('button', { name: '生成', exact: true }).click()
    const fetched = sheet(page).getByRole('button', { name: /^下载/ })
    await expect(fetched).toBeVisible({ timeout: 30_000 })
    const coming = page.waitForEvent('download')
    await fetched.click()
    const zip = await readFile(await (await coming).path())
    expect(zip.includes(Buffer.from('00 封面.pdf'))).toBe(true)
    await page.goto(`/a/${agency}/errands`)
    await expect(page.getByRole('link', { name: shop.name })).toBeVisible()
  })
})
