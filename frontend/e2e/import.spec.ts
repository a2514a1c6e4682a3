// 导入: the template is filled in, every bad cell is named, the person's own file
// comes back marked, and what was mended is stored whole when it is accepted.
import { readFile } from 'node:fs/promises'
import { crc32, inflateRawSync } from 'node:zlib'
import { type Download, type Page } from '@playwright/test'
import { enter, expect, registerShop, sheet, test } from './world'

test('a shopkeeper brings his purchase log @phone', async ({ page }) => {
  const shop = await registerShop({ posts: ['principal', 'officer', 'director'], list: false })
  await enter(page, shop.principal, `${shop.at}/tables`)
  const open = () => page.getByRole('button', { name: '导入 进货查验记录' }).click()
  const bring = async (rows: string[][]) => {
    const buffer = workbook(rows)
    await sheet(page)
      .getByLabel('选择文件')
      .setInputFiles({ name: '十一月台账.xlsx', mimeType: media, buffer })
    await page.getByRole('button', { name: '上传并检查' }).click()
  }

  await open()
  const template = page.waitForEvent('download')
  await sheet(page).getByRole('button', { name: '下载模板' }).click()
  const names = headings(await bytes(await template))
  expect(names).toContain('查验结果*')
  const row = (cells: Record<string, string>) => names.map((n) => cells[n.replace('*', '')] ?? '')
  const good = (product: string) =>
    row({
      日期: '2026年1月5日',
      产品名称: product,
      数量: '12',
      单位: '箱',
      供货单位: '晨星电器（虚构）',
      查验结果: '合格',
    })

  const bad = row({
    日期: '5.1.2026',
    场所: '北门店',
    产品名称: '台灯',
    数量: '三箱',
    单位: '箱',
    查验结果: '还行',
  })
  await bring([names, good('插座'), bad])
  const faults = page.getByRole('listitem').filter({ hasText: /3/ })
  for (const [cell, words] of [
    ['A3', '日期请写成'],
    ['B3', '没有在营的场所“北门店”'],
    ['F3', '请填数字'],
    ['H3', '请填写供货单位'],
    ['J3', '只能填：合格、不合格'],
  ] as const)
    await expect(faults.filter({ hasText: cell }).filter({ hasText: words })).toBeVisible()
  await expect(faults).toHaveCount(5)
  await speak(page, 'en')
  for (const words of [
    'Write the day as',
    'no open site “北门店”',
    'Enter a number',
    'Fill in this cell',
    'Only these are possible',
  ])
    await expect(faults.filter({ hasText: words })).toBeVisible()
  await speak(page, 'zh-CN')
  const marked = page.waitForEvent('download')
  await page.getByRole('button', { name: /下载/ }).click()
  const back = await marked
  expect(back.suggestedFilename()).toBe('十一月台账（已标出问题）.xlsx')
  const text = [...unzip(await bytes(back)).values()].join('')
  for (const words of ['需要修改的地方', '台灯', '【查验结果】只能填：合格、不合格。'])
    expect(text).toContain(words)

  await page.goto(`${shop.at}/tables`)
  await open()
  await bring([names, good('插座'), good('台灯')])
  await page.getByRole('button', { name: '确认导入 2 行' }).click()
  await expect(page.getByText('已导入')).toBeVisible()
  await expect(page.getByText('已保存的行')).toBeVisible()
  await page.getByRole('link', { name: '查看进货查验记录' }).click()
  for (const product of ['插座', '台灯']) await expect(page.getByText(product).first()).toBeVisible()
})

const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Shows the page in another language. */
async function speak(page: Page, locale: 'en' | 'zh-CN') {
  await page.evaluate((l) => localStorage.setItem('zhize.preferences', JSON.stringify({ locale: l })), locale)
  await page.reload()
}
const bytes = async (d: Download) => readFile(await d.path())

/** A workbook with nothing but texts, as the plainest program writes it. */
function workbook(rows: string[][]): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const cell = (text: string, n: number, r: number) =>
    `<c r="${String.fromCharCode(65 + n)}${r + 1}" t="inlineStr"><is><t>${text}</t></is></c>`
  const data = rows.map(
    (cells, r) => `<row r="${r + 1}">${cells.map((c, n) => cell(c, n, r)).join('')}</row>`,
  )
  const link = (kind: string, target: string) =>
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${rel}/${kind}" Target="${target}"/></Relationships>`
  return zip({
    '[Content_Types].xml':
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    '_rels/.rels': link('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': link('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${data.join('')}</sheetData></worksheet>`,
  })
}

/** The first row of a workbook that holds nothing but texts. */
function headings(file: Buffer): string[] {
  const shared = unzip(file).get('xl/sharedStrings.xml') ?? ''
  return [...shared.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((m) => m[1] ?? '')
}

function zip(parts: Record<string, string>): Buffer {
  const files: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(parts)) {
    const body = Buffer.from(text)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x800, 2) // names in UTF-8
    head.writeUInt32LE(crc32(body), 10)
    head.writeUInt32LE(body.length, 14)
    head.writeUInt32LE(body.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(at, 10)
    files.push(Buffer.from('PK\x03\x04'), head, Buffer.from(name), body)
    list.push(Buffer.from('PK\x01\x02\x14\x00'), head, entry, Buffer.from(name))
    at += 4 + head.length + Buffer.byteLength(name) + body.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(parts).length, 4)
  end.writeUInt16LE(Object.keys(parts).length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...files, directory, Buffer.from('PK\x05\x06'), end])
}

function unzip(file: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  const end = file.lastIndexOf('PK\x05\x06')
  let at = file.readUInt32LE(end + 16)
  for (let n = file.readUInt16LE(end + 10); n > 0; n--) {
    const [method, size, name] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
    ]
    const from = file.readUInt32LE(at + 42)
    const begin = from + 30 + file.readUInt16LE(from + 26) + file.readUInt16LE(from + 28)
    const body = file.subarray(begin, begin + size)
    parts.set(
      file.toString('utf8', at + 46, at + 46 + name),
      (method ? inflateRawSync(body) : body).toString(),
    )
    at += 46 + name + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return parts
}
