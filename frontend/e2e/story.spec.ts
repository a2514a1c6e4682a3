import {
  agencyOf,
  call,
  demo,
  expect,
  office,
  openNow,
  password,
  readDaily,
  records,
  sheet,
  test,
  unique,
} from './world'
import type { Shop } from './world'

test('a shopkeeper registers, approves his list and reports a day without risk in three taps @phone', async ({
  page,
}) => {
  const mark = unique()
  const name = `旅程五金店${mark}（虚构）`

  await test.step('he registers without a licence number, step by step', async () => {
    await page.goto('/register')
    await page.getByLabel('单位名称').fill(name)
    await page.getByRole('radio', { name: '没有证照', exact: true }).check()
    await page.getByLabel('没有证照的原因').fill('市场摊位，正在办理')
    await page.getByLabel('所在市场或路段').fill('示例市场')
    await page.getByLabel('摊位号或门牌').fill(mark)
    await page.getByLabel('地址', { exact: true }).fill('示例路1号')
    await page.getByLabel('法定代表人/经营者').fill('示例')
    await page.getByLabel('联系人').fill('示例')
    await page.getByRole('button', { name: '下一步' }).click()

    await page.getByRole('button', { name: '零售' }).click()
    await page.getByLabel('从业人员（人）').fill('1')
    await page.getByLabel('营业收入（万元）').fill('30.5')
    await page.getByRole('button', { name: '下一步' }).click()

    await page.getByLabel('场所名称').fill('门店')
    await page.getByLabel('监管所').selectOption({ label: (await office()).name })
    await page.getByRole('button', { name: '下一步' }).click()

    await page.getByRole('button', { name: '增加产品' }).click()
    await page.getByLabel('产品名称').fill('插座')
    await page.getByLabel('产品类别').selectOption('电线电缆')
    await page.getByLabel('管理方式').selectOption('ccc')
    await page.getByRole('button', { name: '下一步' }).click()

    await page.getByLabel('姓名').fill('店主')
    await page.getByLabel('账号').fill(`s${mark}`)
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.getByLabel('再次输入密码').fill(password)
    await page.getByRole('button', { name: '提交注册' }).click()
    await expect(page.getByText(name)).toBeVisible()
  })

  const id = new URL(page.url()).pathname.split('/')[2] ?? ''
  const { accessToken: token } = await call<{ accessToken: string }>(null, 'POST', '/login', {
    login: `s${mark}`,
    password,
  })
  const { sites } = await call<{ sites: { id: string }[] }>(token, 'GET', `/enterprises/${id}`)
  const shop: Shop = {
    id,
    name,
    site: sites[0]?.id ?? '',
    principal: { name: '店主', login: `s${mark}`, password, token },
    at: `/e/${id}`,
    api: `/enterprises/${id}`,
    items: [],
  }

  await test.step('without a list there is nothing to check; he makes one and approves it', async () => {
    await openNow(shop)
    await page.goto(shop.at)
    await expect(page.getByText('尚无清单').first()).toBeVisible()
    await page.getByRole('link', { name: '去编制清单' }).first().click()
    await page.getByRole('button', { name: '生成清单草稿' }).click()
    await page.getByRole('button', { name: '批准执行' }).click()
    await sheet(page).getByRole('button', { name: '批准执行' }).click()
    await expect(page.getByText('已批准，清单开始执行')).toBeVisible()
  })

  await test.step('the day starts unanswered and is done in three taps', async () => {
    await page.goto(shop.at)
    await expect(page.getByText('今日未提交')).toBeVisible()
    await page.evaluate(() => {
      const w = window as unknown as { taps: number }
      w.taps = 0
      addEventListener('click', (e) => e.isTrusted && w.taps++, true)
    })
    await page.getByRole('link', { name: '开始检查' }).click()
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
    await expect(page.getByText('我已按清单逐项检查，记录属实。')).toBeVisible()
    await page.getByRole('button', { name: '其余均符合' }).click()
    await page.getByRole('button', { name: '签名并提交' }).click()
    await expect(page.getByText('今日已检查 · 零风险')).toBeVisible()
    expect(await page.evaluate(() => (window as unknown as { taps: number }).taps)).toBe(3)
  })

  await test.step('the server has the one record, and says that it was answered in bulk', async () => {
    const all = await records(shop)
    expect(all).toHaveLength(1)
    const daily = await readDaily(shop, all[0]?.id ?? '')
    expect(daily).toMatchObject({ outcome: 'zero_risk', lateness: 'on_time', bulk: true, version: 1 })
    expect(daily.versions[0]?.body.answers.map((a) => a.bulk)).toEqual(daily.items.map(() => 'rest_pass'))
  })

  await test.step('the record and its paper open', async () => {
    await page.getByRole('link', { name: '查看记录' }).click()
    await expect(page.getByText('含批量作答')).toBeVisible()
    const paper = page.waitForResponse((r) => r.url().endsWith('/paper'))
    const window = page.waitForEvent('popup')
    await page.getByRole('button', { name: '查看文书' }).click()
    const answer = await paper
    expect(answer.headers()['content-type']).toContain('application/pdf')
    await (await window).close()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载 Word' }).click()
    expect((await saved).suggestedFilename()).toMatch(/\.docx$/)
  })

  await test.step('what the authority looks at he sees', async () => {
    const officer = await demo('suoyuan')
    const agency = await agencyOf(officer)
    await call(officer.token, 'GET', `/agencies/${agency.id}/enterprises/${id}`)
    await page.goto(`${shop.at}/unit`)
    await page.getByRole('link', { name: /监管查看记录/ }).click()
    await expect(page.getByText(agency.name)).toBeVisible()
    await expect(page.getByText(/单位页面.*演示监管/)).toBeVisible()
  })
})
