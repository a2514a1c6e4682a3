// The budget of bytes, in kB of brotli. The phone's first load is what stands
// between an officer with one bar of signal and the day's check.
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { entryKeys, filesOf, isDesk, phoneKeys } from './chunks.mjs'

const budget = { phoneFirstLoad: 130, phoneRoute: 20, deskFirstLoad: 260 }

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))
const size = (/** @type {Iterable<string>} */ files) => {
  let bytes = 0
  for (const f of files) {
    const path = `dist/${f}`
    bytes += statSync(existsSync(path + '.br') ? path + '.br' : path).size
  }
  return bytes / 1000
}

const entry = entryKeys(manifest)
const layout = 'src/app/layouts/enterprise.vue'
const today = 'src/features/record/pages/TodayPage.vue'
const first = filesOf(manifest, [...entry, layout, today])
const rows = [['phone first load', size(first), budget.phoneFirstLoad]]

for (const key of phoneKeys(manifest)) {
  if (!/\/pages\//.test(key)) continue
  const own = [...filesOf(manifest, [key])].filter((f) => !first.has(f))
  rows.push([key.replace('src/features/', ''), size(own), budget.phoneRoute])
}
const desk = Object.keys(manifest).filter((k) => isDesk(k) && k.endsWith('Page.vue'))
for (const key of desk) {
  const files = filesOf(manifest, [...entry, 'src/app/layouts/authority.vue', key])
  rows.push([key.replace('src/features/', ''), size(files), budget.deskFirstLoad])
}

let over = false
for (const [name, kb, limit] of rows) {
  if (kb > limit) over = true
  console.log(
    `${kb > limit ? 'OVER ' : 'ok   '}${String(name).padEnd(46)} ${kb.toFixed(1).padStart(6)} of ${limit} kB`,
  )
}
rmSync('dist/.vite', { recursive: true, force: true })
if (over) process.exit(1)
