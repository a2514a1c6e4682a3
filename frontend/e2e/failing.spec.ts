import {
  expect,
  item,
  photograph,
  readDaily,
  records,
  registerShop,
  sheet,
  signByHand,
  test,
  enter,
} from './world'

test('what was found wrong becomes a hazard and is followed until it is closed @phone', async ({ page }) => {
  const shop = await registerShop({
    extra: [{ measure: '冷柜温度', measured: { unit: '℃', min: 0, max: 8 } }],
  })
  const cold = shop.items.find((i) => i.measured)!
  const label = shop.items.find((i) => !i.measured && !i.batch)!
  await enter(page, shop.principal, shop.at)

  await test.step('what is wrong must be described', async () => {
    await page.getByRole('link', { name: '开始检查' }).click()
    await item(page, label).getByRole('radio', { name: '不符合', exact: true }).check()
    await page.getByRole('button', { name: '其余均符合' }).click()
    await page.getByRole('button', { name: '签名并提交' }).click()
    await expect(item(page, label).getByText('请写明发现了什么')).toBeVisible()
    expect(await records(shop)).toHaveLength(0)
    await item(page, label).getByLabel('发现了什么').fill('一盒插座没有中文标签')
    await item(page, label).getByLabel('当场采取的措施').fill('已下架封存')
    await item(page, label).getByRole('radio', { name: '较大', exact: true }).check()
    await item(page, label)
      .locator('input[type=file]')
      .setInputFiles(await photograph(page, '标签'))
    await expect(item(page, label).getByRole('button', { name: '查看第 1 张照片' })).toBeVisible()
  })

  await test.step('a value beyond its limits cannot pass', async () => {
    await item(page, cold).getByLabel('测量值（℃）').fill('12.5')
    await expect(item(page, cold).getByText('测量值超出限值，已判为不符合')).toBeVisible()
    await item(page, cold).getByRole('radio', { name: '符合', exact: true }).check()
    await page.getByRole('button', { name: '签名并提交' }).click()
    await expect(item(page, cold).getByText('测量值超出限值，不能判为符合')).toBeVisible()
    await item(page, cold).getByRole('radio', { name: '不符合', exact: true }).check()
    await item(page, cold).getByLabel('发现了什么').fill('冷柜门没有关严')
  })

  await test.step('he signs by hand and both findings become hazards', async () => {
    await page.getByRole('button', { name: '手写签名' }).click()
    await expect(sheet(page).getByText('提交后立为 2 条隐患')).toBeVisible()
    await signByHand(page)
    await sheet(page).getByRole('button', { name: '签名并提交' }).click()
    await expect(page.getByText('今日已检查 · 有隐患')).toBeVisible()
    const [entry] = await records(shop)
    const daily = await readDaily(shop, entry?.id ?? '')
    expect(daily.hazards).toHaveLength(2)
    expect(daily.versions[0]?.body.declaration.signature.length).toBeGreaterThan(0)
    expect(daily.versions[0]?.body.answers.find((a) => a.item === label.id)?.photos).toHaveLength(1)
    expect(daily.versions[0]?.body.answers.find((a) => a.item === cold.id)).toMatchObject({
      value: 12.5,
      verdict: 'fail',
    })
  })

  await test.step('a larger one is planned first: cause, plan, owner', async () => {
    await page.getByRole('link', { name: /一盒插座没有中文标签/ }).click()
    await page.getByRole('button', { name: '制定整改方案' }).click()
    await sheet(page).getByRole('button', { name: '制定整改方案' }).click()
    await expect(sheet(page).getByText('请选择原因', { exact: true })).toBeVisible()
    await sheet(page).getByText('料（物料）').click()
    await sheet(page).getByLabel('原因分析').fill('进货时没有核对标签')
    await sheet(page).getByLabel('整改方案').fill('退回供货商，换有标签的批次')
    await sheet(page).getByLabel('整改责任人').selectOption({ index: 1 })
    await sheet(page).getByRole('button', { name: '制定整改方案' }).click()
    await expect(page.getByText('责任人：店主')).toBeVisible()
  })

  await test.step('he rectifies it with a photo', async () => {
    await page.getByRole('button', { name: '整改完成' }).click()
    await sheet(page).getByRole('button', { name: '整改完成' }).click()
    await expect(sheet(page).getByText('请至少拍一张照片')).toBeVisible()
    await sheet(page).getByLabel('情况说明').fill('已退回供货商，换成有标签的')
    await sheet(page)
      .locator('input[type=file]')
      .setInputFiles(await photograph(page, '整改后'))
    await expect(sheet(page).getByRole('button', { name: '查看第 1 张照片' })).toBeVisible()
    await sheet(page).getByRole('button', { name: '整改完成' }).click()
    await expect(page.getByText('待复核')).toBeVisible()
  })

  await test.step('alone in all posts he verifies it himself, with a new photo, and that is shown', async () => {
    await page.getByRole('button', { name: '复核通过' }).click()
    await expect(sheet(page).getByText('您一人担任全部岗位')).toBeVisible()
    await sheet(page).getByLabel('情况说明').fill('到货架前看过')
    await sheet(page)
      .locator('input[type=file]')
      .setInputFiles(await photograph(page, '复核所见'))
    await expect(sheet(page).getByRole('button', { name: '查看第 1 张照片' })).toBeVisible()
    await sheet(page).getByRole('button', { name: '复核通过' }).click()
    await expect(
      page.getByRole('list', { name: '办理过程' }).getByText('本人复核', { exact: true }),
    ).toBeVisible()
  })

  await test.step('he closes it; every step stays', async () => {
    await page.getByRole('button', { name: '销号' }).click()
    await sheet(page).getByLabel('情况说明').fill('资料齐全')
    await sheet(page).getByRole('button', { name: '销号' }).click()
    await expect(page.getByText('已销号').first()).toBeVisible()
    await expect(page.getByRole('list', { name: '办理过程' }).getByRole('listitem')).toHaveCount(6)
  })
})
