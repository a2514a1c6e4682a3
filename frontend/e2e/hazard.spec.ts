import { call, enter, expect, photograph, registerShop, sheet, test, uuidv7 } from './world'

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
