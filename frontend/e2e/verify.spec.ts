import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { enter, expect, readDaily, registerShop, server, submitCheck, test } from './world'

const zhize = promisify(execFile)
const binary = process.env['ZHIZE_BIN'] ?? '../bin/zhize'

test('a stranger verifies an export without network and a paper without an account @phone', async ({
  page,
  browser,
}, info) => {
  const shop = await registerShop()
  const record = await submitCheck(shop, shop.principal)
  await enter(page, shop.principal, `${shop.at}/evidence`)
  const pack = info.outputPath('evidence.zip')

  await test.step('the enterprise exports what it sealed', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出', exact: true }).click()
    await (await download).saveAs(pack)
  })

  await test.step('the verifier finds it intact with the key it was given', async () => {
    const { stdout: key } = await zhize(binary, ['admin', 'key'])
    const { stdout } = await zhize(binary, ['verify', pack, '--key', key.trim()])
    expect(stdout).toContain(shop.id)
  })

  await test.step('one changed byte is found', async () => {
    const bytes = await readFile(pack)
    const at = bytes.indexOf(Buffer.from('PK\x01\x02'))
    const changed = Buffer.from(bytes)
    const spot = Math.floor(at / 2)
    changed[spot] = (changed[spot] ?? 0) ^ 1
    const bad = info.outputPath('changed.zip')
    await writeFile(bad, changed)
    await expect(zhize(binary, ['verify', bad])).rejects.toMatchObject({ code: 1 })
  })

  await test.step('the page that is the verifier says the same, from a folder and offline', async () => {
    const file = info.outputPath('verifier.html')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载核验器' }).click()
    await (await download).saveAs(file)
    const { stdout: key } = await zhize(binary, ['admin', 'key'])
    const offline = await browser.newContext({ offline: true })
    const folder = await offline.newPage()
    await folder.goto(`file://${file}`)
    await folder.getByLabel('证据包（.zip）').setInputFiles(pack)
    await folder.getByLabel('公钥').fill(key.trim())
    await folder.getByRole('button', { name: '核验' }).click()
    await expect(folder.getByRole('heading', { name: '完好' })).toBeVisible()
    await expect(folder.getByText(shop.id)).toBeVisible()
    await folder.getByLabel('证据包（.zip）').setInputFiles(info.outputPath('changed.zip'))
    await folder.getByRole('button', { name: '核验' }).click()
    await expect(folder.getByRole('heading', { name: '有问题' })).toBeVisible()
    await offline.close()
  })

  await test.step("the paper's code opens without signing in, and names nobody", async () => {
    const { bodyHash } = await readDaily(shop, record.id)
    const id = (s: string) => Buffer.from(s.replaceAll('-', ''), 'hex')
    const code = Buffer.concat([
      id(shop.id),
      id(record.id),
      Buffer.of(1),
      Buffer.from(bodyHash, 'hex').subarray(0, 8),
    ])
    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto(`${server}/v/${code.toString('base64url')}`)
    await expect(stranger.getByRole('heading', { name: '属实' })).toBeVisible()
    await expect(stranger.getByText(shop.name)).toBeVisible()
    await expect(stranger.getByText(bodyHash)).toBeVisible()
    await expect(stranger.getByText(shop.principal.name, { exact: true })).toHaveCount(0)
    code[36] = (code[36] ?? 0) ^ 1
    await stranger.goto(`${server}/v/${code.toString('base64url')}`)
    await expect(stranger.getByRole('heading', { name: '没有这份文书' })).toBeVisible()
    await stranger.context().close()
  })
})
