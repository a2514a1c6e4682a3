import { mockEnterprise, type Options } from './mock/enterprise'
import { items, shift, site, today } from './mock/shop'
import { enterprise, expect, expectAccessible, problem, test } from './page'

const home = `/e/${enterprise}`
const check = `${home}/check?site=${site}&shift=${shift}&day=${today}`
const now = new Date('2026-11-23T10:00:00+08:00')

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(now)
})

test('a day without risk takes three taps', async ({ page }) => {
  const sent = await mockEnterprise(page, { empty: true })
  await page.goto(home)
  await expect(page.getByText('今日未提交')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: '开始检查' }).click()
  await expect(page.getByText('已填 0/6')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '其余均符合' }).click()
  await page.getByRole('button', { name: '签名并提交' }).click()

  await expect(page.getByText('今日已检查 · 零风险')).toBeVisible()
  expect(sent.dailies).toHaveLength(1)
  const body = sent.dailies[0]?.body as { answers: object[]; declaration: object; obligation: object }
  expect(body.answers).toEqual(items.map((i) => ({ item: i.id, verdict: 'pass', bulk: 'rest_pass' })))
  expect(body.obligation).toEqual({ site, shift, day: today })
  expect(body.declaration).toEqual({ text: '我已按清单逐项检查，记录属实。', signature: [] })
})

test('one tap is taken back by one tap', async ({ page }) => {
  await mockEnterprise(page)
  await page.goto(check)
  await page.getByRole('button', { name: '其余均符合' }).click()
  await expect(page.getByText('已填 6/6')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('已填 0/6')).toBeVisible()
})

test('nothing is signed before everything is answered, and a failure is described', async ({ page }) => {
  const sent = await mockEnterprise(page)
  await page.goto(check)
  await page.getByRole('button', { name: '签名并提交' }).click()
  await expect(page.getByText('这一项还没有检查')).toHaveCount(6)

  const third = page.locator(`#item-${items[2]?.id}`)
  await third.getByRole('radio', { name: '不符合' }).check()
  await page.getByRole('button', { name: '其余均符合' }).click()
  await page.getByRole('button', { name: '签名并提交' }).click()
  await expect(third.getByText('请写明发现了什么')).toBeVisible()
  await expectAccessible(page)
  await third.getByLabel('发现了什么').fill('两袋腻子粉已过保质期')
  await third.getByRole('radio', { name: '较大' }).check()
  await page.getByRole('button', { name: '签名并提交' }).click()

  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText('符合 5 项，不符合 1 项')).toBeVisible()
  await expectAccessible(page)
  await sheet.getByRole('button', { name: '签名并提交' }).click()
  await expect(page.getByText('已提交，隐患已立项')).toBeVisible()
  const body = sent.dailies[0]?.body as { answers: object[] }
  expect(body.answers[2]).toEqual({
    item: items[2]?.id,
    verdict: 'fail',
    note: '两袋腻子粉已过保质期',
    severity: 'larger',
  })
})

test('a value outside its limits is a failure', async ({ page }) => {
  await mockEnterprise(page, { measured: true })
  await page.goto(check)
  const value = page.getByLabel('测量值（℃）')
  await value.fill('12')
  await expect(page.getByText('测量值超出限值，已判为不符合')).toBeVisible()
  await value.fill('6')
  await expect(page.getByText('已填 0/7')).toBeVisible()
})

test('answers survive a reload', async ({ page }) => {
  await mockEnterprise(page)
  await page.goto(check)
  await page.locator(`#item-${items[0]?.id}`).getByRole('radio', { name: '不适用' }).check()
  await expect(page.getByText('已填 1/6')).toBeVisible()
  await page.waitForTimeout(400)
  await page.reload()
  await expect(page.getByText('已填 1/6')).toBeVisible()
})

test('今日未进货 answers the batches and nothing else', async ({ page }) => {
  await mockEnterprise(page)
  await page.goto(home)
  await page.getByRole('link', { name: '今日未进货' }).click()
  await expect(page.getByText('已填 2/6')).toBeVisible()
  await expect(page.getByText('无批次')).toHaveCount(2)
})

test('what is signed without a network is kept and sent later', async ({ page, context }) => {
  const sent = await mockEnterprise(page, { empty: true })
  await page.goto(home)
  await page.getByRole('link', { name: '开始检查' }).click()
  await page.getByRole('button', { name: '其余均符合' }).click()
  await context.setOffline(true)
  await page.route('**/api/v1/**', (r) => r.abort('internetdisconnected'))
  await page.getByRole('button', { name: '签名并提交' }).click()
  await expect(page.getByText('已存入本机，联网后自动送达')).toBeVisible()
  await expect(page.getByText('待送达')).toBeVisible()
  expect(sent.dailies).toHaveLength(0)

  await page.unroute('**/api/v1/**')
  const later = await mockEnterprise(page, { empty: true })
  await context.setOffline(false)
  await expect.poll(() => later.dailies.length).toBe(1)
  await expect(page.getByText('今日已检查 · 零风险')).toBeVisible()
})

test('a second officer sees the first one’s record and loses nothing', async ({ page }) => {
  const taken = problem(409, 'record.daily.already_submitted', '这一班的检查已由他人提交。')
  const body = {
    ...(JSON.parse(taken.body) as object),
    params: { record: 'r-1', officerName: '李丽', receivedAt: '2026-11-23T01:00:00Z' },
  }
  await mockEnterprise(page, { refuse: { ...taken, body: JSON.stringify(body) } })
  await page.goto(check)
  await page.getByRole('button', { name: '其余均符合' }).click()
  await page.getByRole('button', { name: '签名并提交' }).click()
  await expect(page.getByText('这一班的检查已由他人提交').first()).toBeVisible()
  await expect(page.getByText(/李丽 已于 .*提交/)).toBeVisible()
  await expect(page.getByRole('link', { name: '查看对方的记录' })).toBeVisible()
  await expect(page.getByText('已填 6/6')).toBeVisible()
})

test('a refusal stands at its item and the answers can be changed', async ({ page }) => {
  const refused = problem(422, 'record.answer.note_required', '不符合的检查项请写明发现了什么问题。')
  const body = {
    ...(JSON.parse(refused.body) as object),
    fields: [{ pointer: 'body.answers[1].note', text: '请写明发现了什么问题' }],
  }
  await mockEnterprise(page, { refuse: { ...refused, body: JSON.stringify(body) } })
  await page.goto(check)
  await page.getByRole('button', { name: '其余均符合' }).click()
  await page.getByRole('button', { name: '签名并提交' }).click()
  const second = page.locator(`#item-${items[1]?.id}`)
  await expect(second.getByText('请写明发现了什么问题')).toBeVisible()
  await second.getByRole('radio', { name: '不适用' }).check()
  await expect(second.getByText('请写明发现了什么问题')).toBeHidden()
})

test('a missed day is back-filled with its reason', async ({ page }) => {
  const sent = await mockEnterprise(page)
  await page.goto(home)
  await page.getByRole('link', { name: /11月22日 星期日/ }).click()
  await page.getByRole('button', { name: '其余均符合' }).click()
  await page.getByRole('button', { name: '签名并提交' }).click()
  await expect(page.getByText('请写明为什么补录')).toBeVisible()
  await page.getByLabel('补录原因').fill('当天手机故障')
  await page.getByRole('button', { name: '签名并提交' }).click()
  await expect.poll(() => sent.dailies.length).toBe(1)
  expect(sent.dailies[0]?.body).toMatchObject({ reason: '当天手机故障', obligation: { day: '2026-11-22' } })
})

test('今日不营业 asks why and until when', async ({ page }) => {
  const sent = await mockEnterprise(page)
  await page.goto(home)
  await page.getByRole('button', { name: '今日不营业' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText('待主要负责人签署')).toBeVisible()
  await expectAccessible(page)
  await sheet.getByRole('button', { name: '提交申报' }).click()
  await expect(sheet.getByText('请写明原因')).toBeVisible()
  await sheet.getByLabel('原因').fill('店主外出')
  await sheet.getByRole('button', { name: '提交申报' }).click()
  await expect(page.getByText('已提交，待主要负责人签署')).toBeVisible()
  expect(sent.calls.find((c) => c.path.includes('/suspensions/'))?.body).toEqual({
    site,
    kind: 'business_stop',
    reason: '店主外出',
    from: today,
    until: today,
  })
})

const standings: [NonNullable<Options['standing']>, string][] = [
  ['rest', '今日无须检查'],
  ['suspended', '已申报，今日无须检查。'],
  ['noList', '去编制清单'],
  ['done', '今日已检查 · 零风险'],
]
for (const [standing, words] of standings) {
  test(`today says how it stands: ${standing}`, async ({ page }) => {
    await mockEnterprise(page, { standing })
    await page.goto(home)
    await expect(page.getByText(words)).toBeVisible()
    await expectAccessible(page)
  })
}

for (const path of [
  'records',
  'records/01930000-0000-7000-8000-000000000301',
  'records/01930000-0000-7000-8000-000000000301/correction',
  'hazards',
  'hazards/01930000-0000-7000-8000-000000000203',
  'unit',
  'archive',
  'archive/grades',
  'people',
  'list',
  'list/draft',
  'list/diff?from=2&to=3',
  'suspensions',
  'pattern',
  'evidence',
  'looks',
  'me/sessions',
]) {
  test(`can be read by everybody: ${path}`, async ({ page }) => {
    await mockEnterprise(page, { roles: ['principal'] })
    await page.goto(`${home}/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await expectAccessible(page)
  })
}

test('somebody new gets a first password that is shown once', async ({ page }) => {
  await mockEnterprise(page, { roles: ['principal'] })
  await page.goto(`${home}/people`)
  await page.getByRole('button', { name: '任命', exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('人员').selectOption('new')
  await sheet.getByLabel('姓名').fill('新人')
  await sheet.getByLabel('账号').fill('xinren')
  await sheet.getByRole('button', { name: '下一步' }).click()
  await sheet.getByRole('button', { name: '下一步' }).click()
  await sheet.getByRole('button', { name: '任命', exact: true }).click()
  await expect(sheet.getByText('Kx7-mq2-Rt')).toBeVisible()
  await expectAccessible(page)
})

test('a deputy takes two taps', async ({ page }) => {
  const sent = await mockEnterprise(page, { roles: ['principal'] })
  await page.goto(`${home}/people`)
  await page.getByRole('button', { name: '请假代理' }).last().click()
  await page.getByRole('dialog').getByRole('button', { name: '张建国' }).click()
  await expect(page.getByText('已发给张建国，本人接受后开始代理')).toBeVisible()
  expect(sent.calls.some((c) => c.path.endsWith('/deputies'))).toBe(true)
})
