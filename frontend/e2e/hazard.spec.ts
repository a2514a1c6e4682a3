import {
  call,
  enter,
  expect,
  type Hazard,
  photograph,
  registerShop,
  sheet,
  sync,
  test,
  uuidv7,
} from './world'

test('a hazard is reported, walked to on the board and contained @desk', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const shop = await registerShop({})
  for (const description of ['通道堆放', '标签脱落'])
    await call(shop.principal.token, 'PUT', `${shop.api}/hazards/${uuidv7()}`, {
      description,
      measure: '已移开',
    })
  await enter(page, shop.principal, `${shop.at}/hazards/report`)

  await test.step('what was typed survives leaving the page', async () => {
    await page.getByLabel('看到了什么').fill('插座外壳开裂')
    await page.locator('input[type=file]').setInputFiles(await photograph(page, '开裂'))
    await expect(page.getByRole('button', { name: '查看第 1 张照片' })).toBeVisible()
    await page.waitForTimeout(400)
    await page.reload()
    await expect(page.getByLabel('看到了什么')).toHaveValue('插座外壳开裂')
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await expect(page.getByRole('heading', { name: '插座外壳开裂' })).toBeVisible()
  })

  await test.step('arrows walk the board and Enter opens the course', async () => {
    await page.getByRole('link', { name: '隐患' }).first().click()
    const first = page.getByRole('button', { name: /插座外壳开裂/ })
    await first.focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('button', { name: /通道堆放|标签脱落/ }).first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary', { name: '隐患' }).getByText('整改中')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('complementary', { name: '隐患' })).toHaveCount(0)
  })

  await test.step('a dangerous batch is called back', async () => {
    await page.getByRole('button', { name: /插座外壳开裂/ }).click()
    const drawer = page.getByRole('complementary', { name: '隐患' })
    await drawer.getByRole('button', { name: '更多办理' }).click()
    await drawer.getByRole('button', { name: '停产停售封存召回', exact: true }).click()
    await sheet(page).getByText('停售', { exact: true }).click()
    await sheet(page).getByText('召回', { exact: true }).click()
    for (const [label, value] of [
      ['产品', '插座'],
      ['批次', '20261001'],
      ['数量单位', '只'],
      ['库存', '12'],
      ['已售', '40'],
      ['情况说明', '下架并通知购货者'],
    ])
      await sheet(page).getByLabel(label!, { exact: true }).fill(value!)
    await sheet(page).getByRole('button', { name: '停产停售封存召回' }).click()
    await expect(drawer.getByText('执行中')).toBeVisible()
    await expect(drawer.getByText('尚未报告监管部门')).toBeVisible()
  })
})

test.describe('with the pages kept by the browser', () => {
  test.use({ serviceWorkers: 'allow' })

  test('a step taken in the cellar is sent by itself, once @phone', async ({ page, context }) => {
    const shop = await registerShop({})
    const path = `${shop.api}/hazards/${uuidv7()}`
    const read = () => call<Hazard>(shop.principal.token, 'GET', path)
    await call(shop.principal.token, 'PUT', path, { description: '通道堆放', measure: '已移开' })
    await enter(page, shop.principal, shop.at + path.slice(shop.api.length))
    await expect(page.getByRole('button', { name: '整改完成' })).toBeVisible()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))

    await test.step('without a network it is kept, outlives a reload and is shown as waiting', async () => {
      await context.setOffline(true)
      await page.getByRole('button', { name: '整改完成' }).click()
      await sheet(page).getByText('管（管理）').click()
      await sheet(page).getByLabel('情况说明').fill('已清空通道')
      await sheet(page)
        .locator('input[type=file]')
        .setInputFiles(await photograph(page, '通道'))
      await expect(sheet(page).getByRole('button', { name: '查看第 1 张照片' })).toBeVisible()
      await sheet(page).getByRole('button', { name: '整改完成' }).click()
      await expect(page.getByText('已存入本机，联网后自动送达')).toBeVisible()
      await page.reload()
      await expect(page.getByText('待上传', { exact: true })).toBeVisible()
      await expect(page.getByRole('button', { name: '整改完成' })).toHaveCount(0)
      expect((await read()).steps).toHaveLength(2)
    })

    await test.step('its answer is lost, it is sent again and taken once', async () => {
      let sent = 0
      await context.route('**/steps/*', async (route) => {
        if (++sent > 1) return route.fallback()
        await route.fetch()
        await route.abort()
      })
      await context.setOffline(false)
      await expect(page.getByText('待上传', { exact: true })).toHaveCount(0, { timeout: 20_000 })
      await expect(page.getByRole('button', { name: '复核通过' })).toBeVisible()
      expect(sent).toBeGreaterThan(1)
      const { state, steps } = await read()
      expect(state).toBe('rectified')
      expect(steps.map((s) => [s.kind, s.photos.length])).toEqual([
        ['found', 0],
        ['measure', 0],
        ['rectified', 1],
      ])
      await context.unroute('**/steps/*')
    })

    await test.step('what is refused says why, and loses nothing', async () => {
      await context.setOffline(true)
      await page.getByRole('button', { name: '退回整改' }).click()
      await sheet(page).getByLabel('情况说明').fill('还有两箱')
      await sheet(page).getByRole('button', { name: '退回整改' }).click()
      await expect(page.getByText('待上传', { exact: true })).toBeVisible()
      await call(shop.principal.token, 'PUT', `${path}/steps/${uuidv7()}`, {
        kind: 'sent_back',
        note: '先退回',
      })
      await context.setOffline(false)
      await expect(page.getByText('未被接收', { exact: true })).toBeVisible({ timeout: 20_000 })
      await expect(page.getByText('下一步只能是')).toBeVisible()
      await page.getByRole('button', { name: '修改后重交' }).click()
      await expect(sheet(page).getByLabel('情况说明')).toHaveValue('还有两箱')
      await sheet(page).getByRole('button', { name: '取消' }).click()
      await expect(sync(page)).toHaveCount(0)
      expect((await read()).steps).toHaveLength(4)
    })
  })
})
