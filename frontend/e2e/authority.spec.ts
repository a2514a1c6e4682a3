import type { Route } from '@playwright/test'
import { district, inspected, serveAuthority, shop } from './mock/authority'
import { expect, expectAccessible, problem, test } from './page'

const area = `/a/${district}`
const page1 = `${area}/enterprises/${shop}`

const pages: [string, string, string][] = [
  ['overview', area, '需要我'],
  ['list', `${area}/enterprises`, '示范罗泾电线电缆有限公司'],
  ['enterprise', page1, '零风险报告'],
  ['archive', `${page1}?item=archive`, '主体分级沿革'],
  ['survey', `${area}/enterprises/new`, '排摸情况'],
  ['orders', `${area}/orders`, '待关闭的责令改正'],
  ['reports', `${area}/suspicions`, '示范罗泾电线电缆有限公司'],
  ['errands', `${area}/errands`, '迎检自证包 2026-10-25'],
  ['people', `${area}/members`, '陈思远'],
  ['log', `${area}/audit`, '排摸建档'],
]
for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, path, words] of pages) {
    test(`the authority's ${name} is accessible in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await serveAuthority(page)
      await page.goto(path)
      await expect(page.getByText(words).first()).toBeVisible()
      await expectAccessible(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
    })
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what the items of an enterprise open to is accessible in ${colorScheme} @desk`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await serveAuthority(page)
    for (const [item, opens, words] of [
      ['1.1', '', '补充召回流程'],
      ['2.2', '打开第46周的报告', '二、本周排查发现的问题'],
      ['2.3', '打开2026年10月的纪要', '意见建议 2 条，已答复 2 条'],
      ['2.5', '', '进货查验与标识'],
      ['licences', '', '工业产品生产许可证'],
    ] as const) {
      await page.goto(`${page1}?item=${item}`)
      if (opens) await page.getByRole('button', { name: opens }).click()
      await expect(page.getByText(words).first()).toBeVisible()
      await expectAccessible(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, item).toBeLessThanOrEqual(0)
    }
  })
}

test('the overview says who needs me and opens the enterprise', async ({ page }) => {
  await serveAuthority(page)
  await page.goto(area)
  await expect(page.getByText('今日已检查')).toBeVisible()
  await page.getByRole('button', { name: '罗泾所 11月18日' }).click()
  await expect(page.locator('.overview-picked')).toContainText(/漏检\s*6/)
  await page.getByRole('link', { name: /重大隐患逾期/ }).click()
  await expect(page).toHaveURL(new RegExp(`/enterprises/${shop}`))
})

test('a figure that cannot be fetched says what to do, and a filter without rows too', async ({ page }) => {
  await serveAuthority(page, {
    '/overview': (r) => r.fulfill(problem(503, 'request.unavailable', '系统暂时不可用')),
    'GET /agencies/': (r) => r.fallback(),
  })
  await page.goto(area)
  await expect(page.getByRole('alert')).toContainText('系统暂时不可用')
  await expect(page.getByRole('button', { name: '重试' })).toBeVisible()
  await page.goto(`${area}/enterprises?q=没有这家`)
  await expect(page.getByText('没有符合条件的企业')).toBeVisible()
  await page.getByRole('button', { name: '清除条件' }).first().click()
  await expect(page.getByText('示范罗泾电线电缆有限公司')).toBeVisible()
})

test('slash goes to the search, and the words stand in the address @desk', async ({ page }) => {
  await serveAuthority(page)
  await page.goto(area)
  await expect(page.getByText('今日已检查')).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('罗泾')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=/)
  await expect(page.getByText('示范罗泾电线电缆有限公司')).toBeVisible()
  await expect(page.getByText('示范月浦建材有限公司')).toHaveCount(0)
})

test('days and items turn by key, and a day passed by is not looked at @desk', async ({ page }) => {
  const seen = await serveAuthority(page)
  await page.goto(page1)
  await expect(page.getByText('2026年11月22日 星期日')).toBeVisible()
  await expect(page.locator('.paper')).toBeVisible()
  const before = seen.filter((s) => /\/daily\/[0-9a-f-]+$/.test(s)).length
  await page.evaluate(() => {
    for (let i = 0; i < 8; i++)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }))
  })
  await expect(page.getByText('2026年11月14日 星期六')).toBeVisible()
  await expect(page.locator('.paper')).toContainText('标志模糊')
  expect(seen.filter((s) => /\/daily\/[0-9a-f-]+$/.test(s)).length).toBe(before + 1)
  const turn = (key: string) =>
    page.evaluate((k) => {
      for (let i = 0; i < 3; i++)
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: k, bubbles: true }))
    }, key)
  await turn('ArrowDown')
  await expect(page.getByRole('heading', { name: /2\.4/ })).toBeVisible()
  await expect(page.getByText('库房一处渗水，纸箱受潮')).toBeVisible()
  expect(seen.filter((s) => /\/(weekly|monthlies)/.test(s))).toEqual([])
  await turn('ArrowUp')
  await expect(page.locator('.paper')).toBeVisible()
  await page.getByRole('tab', { name: /照片/ }).click()
  await expect(page.locator('.photo img')).toHaveCount(3)
})

test('no opinion can be given on the page, and nothing turns red but a gap', async ({ page }) => {
  await serveAuthority(page)
  await page.goto(page1)
  await expect(page.locator('.paper')).toBeVisible()
  await expect(page.getByText('本次查阅已记录')).toBeVisible()
  await expect(page.getByRole('button', { name: /符合|√|×/ })).toHaveCount(0)
  await expect(page.getByText(/%|得分|排名/)).toHaveCount(0)
})

test('a missed day is excused with a reason', async ({ page }) => {
  let sent: unknown
  await serveAuthority(page, {
    '/excuses': (r) => {
      sent = r.request().postDataJSON()
      return r.fulfill({ status: 204 })
    },
  })
  await page.goto(`${page1}?day=2026-11-05`)
  await page.getByRole('button', { name: '免除这一天' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '免除这一天' }).click()
  await expect(dialog.getByText('请写明原因')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('原因').fill('街道统一停电检修')
  await dialog.getByRole('button', { name: '免除这一天' }).click()
  await expect(page.getByText('已免除')).toBeVisible()
  expect(sent).toEqual({
    day: '2026-11-05',
    shift: '01930000-0000-7000-8000-000000000052',
    reason: '街道统一停电检修',
  })
})

test('an office enters an enterprise after its survey', async ({ page }) => {
  let sent: Record<string, unknown> = {}
  await serveAuthority(page, {
    [`POST /agencies/${district}/enterprises`]: (r) => {
      sent = r.request().postDataJSON() as typeof sent
      return r.fulfill({ status: 201, json: inspected.enterprise })
    },
  })
  await page.goto(`${area}/enterprises/new`)
  await page.getByRole('button', { name: '保存档案' }).click()
  await expect(page.getByText(/有 \d+ 处需要补充或更正/)).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('录入原因').selectOption('ccc')
  await page.getByLabel('监管所').selectOption('罗泾所')
  await page.getByRole('radio', { name: '适用', exact: true }).check()
  await page.getByLabel('单位名称').fill('示范罗泾电线电缆有限公司')
  await page.getByRole('textbox', { name: '统一社会信用代码' }).fill('91310113MA1GK8XX2A')
  await expect(page.getByText('校验位不符')).toBeVisible()
  await page.getByLabel('已与营业执照核对').check()
  await page.getByLabel('地址', { exact: true }).fill('罗泾镇市一路 18 号')
  await page.getByLabel('从业人员').fill('6')
  await page.getByLabel('场所名称').fill('门店')
  await page.getByRole('button', { name: '保存档案' }).click()
  await expect(page).toHaveURL(new RegExp(`/enterprises/${shop}`))
  expect(sent).toMatchObject({
    identifier: { kind: 'uscc', value: '91310113MA1GK8XX2A', confirmed: true },
    inScope: true,
    businesses: [{ kind: 'retail', headcount: 6, year: 2025 }],
  })
})

test('the initial password of an account is shown once', async ({ page }) => {
  await serveAuthority(page, {
    [`GET /agencies/${district}/enterprises/${shop}`]: (r) =>
      r.fulfill({ json: { ...inspected, appointments: [] } }),
    '/accounts': (r) =>
      r.fulfill({
        status: 201,
        json: { account: shop, login: 'zhaolx', initialPassword: 'Kt7-Wm4-Rp9' },
      }),
  })
  await page.goto(page1)
  await page.getByRole('button', { name: '开通账号' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '账号' }).fill('zhaolx')
  await dialog.getByRole('button', { name: '开通账号' }).click()
  await expect(page.getByText('Kt7-Wm4-Rp9')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '已交给本人' }).click()
  await expect(page.getByText('Kt7-Wm4-Rp9')).toHaveCount(0)
})

test('a chief assigns office and officer, and adds and ends a member', async ({ page }) => {
  const sent: unknown[] = []
  const take = (status: number, json?: unknown) => (r: Route) => {
    sent.push(r.request().postDataJSON())
    return r.fulfill({ status, ...(json ? { json } : {}) })
  }
  await serveAuthority(page, {
    '/assignments': take(201, { items: [] }),
    [`POST /agencies/${district}/members`]: take(201, { account: shop, login: 'lixin' }),
  })
  await page.goto(page1)
  await page.getByRole('button', { name: '指定监管人员' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('监管所').selectOption('罗泾所')
  await dialog.getByLabel('监管人员', { exact: false }).last().selectOption('陈思远')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '指定' }).click()
  await expect(page.getByText('已指定')).toBeVisible()
  expect(sent[0]).toMatchObject({ from: '2026-11-23' })

  await page.goto(`${area}/members`)
  await page.getByRole('button', { name: '添加人员' }).click()
  await dialog.getByLabel('所在机构').selectOption('罗泾所')
  await dialog.getByLabel('姓名').fill('李欣')
  await dialog.getByLabel('账号').fill('lixin')
  await dialog.getByLabel('角色').selectOption('监管人员')
  await dialog.getByRole('button', { name: '添加人员' }).click()
  await expect(page.getByText('原来就有账号')).toBeVisible()
  expect(sent[1]).toMatchObject({ login: 'lixin', role: 'supervisor' })
})

test('everything is there in English', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('zhize.preferences', '{"locale":"en"}'))
  await serveAuthority(page)
  await page.goto(area)
  await expect(page.getByRole('heading', { name: 'Area overview' })).toBeVisible()
  await expect(page.getByText('Checked today')).toBeVisible()
  await page.goto(page1)
  await expect(page.locator('.paper')).toContainText('Quality officer')
  await expectAccessible(page)
})
