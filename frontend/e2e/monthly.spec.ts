import { appoint, enter, expect, registerShop, sheet, test } from './world'

/** Now in Shanghai, as a date or as a date with its minutes. */
const shanghai = () => new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).replace(' ', 'T')

test('a stop proposal is refused in writing, and the month is heard and signed @phone', async ({
  page,
  visit,
}) => {
  const shop = await registerShop({ posts: ['principal'] })
  const officer = await appoint(shop, '提出人', 'officer')
  const his = await visit(officer, `${shop.at}/advices/new`)
  await his.getByRole('radio', { name: '否决建议' }).check()
  await his.getByRole('button', { name: '去签字' }).click()
  await expect(his.getByText('请写明发现的事实，至少 5 个字')).toBeVisible()
  await his.getByLabel('发现的事实').fill('三只插座接地极接触不良')
  await his.getByLabel('产品名称').fill('插座')
  await his.getByLabel('停止销售').check()
  await his.getByRole('button', { name: '去签字' }).click()
  await sheet(his).getByRole('button', { name: '签字提出' }).click()
  await expect(his.getByText('等待主要负责人答复')).toBeVisible()

  await enter(page, shop.principal, `${shop.at}/monthly`)
  await page.getByRole('link', { name: '待签署' }).click()
  await page.getByRole('button', { name: '答复', exact: true }).click()
  await sheet(page).getByRole('radio', { name: '不采纳', exact: true }).check()
  await sheet(page).getByLabel('理由').fill('样品已经送检，等待检测结论')
  await sheet(page).getByLabel('研判会日期').fill(shanghai().slice(0, 10))
  await sheet(page).getByRole('button', { name: '去签字' }).click()
  await sheet(page).getByRole('button', { name: '签字答复' }).click()
  await expect(page.getByText('不采纳', { exact: true })).toBeVisible()

  await his.goto(`${shop.at}/monthly`)
  await his.getByRole('link', { name: '待签署' }).click()
  await his.getByRole('button', { name: '签到' }).click()
  await sheet(his).getByRole('button', { name: '签到' }).click()
  await expect(his.getByText('已签到')).toBeVisible()

  await page.reload()
  await expect(page.getByText('本人账号签到')).toBeVisible()
  await page.getByRole('button', { name: '去签字' }).click()
  await expect(page.getByText('请写明汇报内容')).toBeVisible()
  await page.getByRole('radiogroup', { name: '汇报人' }).getByRole('radio').check()
  await page.getByLabel('汇报内容').fill('本月开始检查，一批插座建议停售。')
  await page.getByLabel('下月重点工作').fill('清查插座')
  await page.getByRole('button', { name: '增加一项决议' }).click()
  await page.getByLabel('做什么').fill('核对插座证书')
  await page.getByRole('radiogroup', { name: '责任人' }).getByRole('radio', { name: '提出人' }).check()
  await page.getByRole('radiogroup', { name: '完成期限' }).getByRole('radio').first().check()
  await page.getByLabel('会议时间').fill(shanghai().slice(0, 16))
  await page.getByRole('radiogroup', { name: '方式' }).getByRole('radio', { name: '电话' }).check()
  await page.getByRole('radiogroup', { name: '记录人' }).getByRole('radio', { name: '提出人' }).check()
  await page.getByRole('button', { name: '去签字' }).click()
  await sheet(page).getByRole('button', { name: '签署纪要' }).click()
  await expect(page.getByText('已签署', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('核对插座证书')).toBeVisible()

  await his.goto(shop.at)
  await his.getByRole('link', { name: '落实月调度决议' }).click()
  await his.getByRole('button', { name: '报告完成' }).click()
  await sheet(his).getByLabel('完成情况').fill('全部有效')
  await sheet(his).getByRole('button', { name: '报告完成' }).click()
  await expect(his.getByText('全部有效')).toBeVisible()
})
