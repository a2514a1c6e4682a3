// Writes a .br and a .gz beside every text file of dist, once, at build time.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

let files = 0
let raw = 0
let small = 0
for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  const path = join('dist', name)
  if (
    !/\.(js|css|html|svg|json|webmanifest)$/.test(name) ||
    name.startsWith('.vite') ||
    !statSync(path).isFile()
  )
    continue
  const bytes = readFileSync(path)
  const br = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
  writeFileSync(path + '.br', br)
  writeFileSync(path + '.gz', gzipSync(bytes, { level: 9 }))
  files++
  raw += bytes.length
  small += br.length
}
console.log(`compressed ${files} files: ${Math.round(raw / 1000)} kB, brotli ${Math.round(small / 1000)} kB`)
