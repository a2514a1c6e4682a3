// Which built files the phone needs, read from Vite's manifest. The rule is the
// folder: a page or component under a folder named "desk" (and the authority's
// layout) is for desks; everything else may be opened on a phone.

/** @typedef {{file: string, css?: string[], imports?: string[], dynamicImports?: string[], isEntry?: boolean}} Chunk */
/** @typedef {Record<string, Chunk>} Manifest */

/** @param {string} source */
export function isDesk(source) {
  return (
    /(^|\/)desk\//.test(source) || source.includes('layouts/authority') || source.includes('element-plus')
  )
}

/**
 * The files of some chunks and of all they import statically.
 * @param {Manifest} manifest
 * @param {string[]} keys
 */
export function filesOf(manifest, keys) {
  /** @type {Set<string>} */
  const files = new Set()
  /** @type {Set<string>} */
  const seen = new Set()
  const visit = (/** @type {string} */ key) => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    files.add(chunk.file)
    for (const css of chunk.css ?? []) files.add(css)
    for (const next of chunk.imports ?? []) visit(next)
  }
  keys.forEach(visit)
  return files
}

/** @param {Manifest} manifest */
export function entryKeys(manifest) {
  return Object.keys(manifest).filter((k) => manifest[k]?.isEntry)
}

/**
 * The dynamic chunks reachable from the entry without passing through a desk
 * one.
 * @param {Manifest} manifest
 */
export function phoneKeys(manifest) {
  /** @type {Set<string>} */
  const keys = new Set()
  const visit = (/** @type {string} */ key) => {
    const chunk = manifest[key]
    if (!chunk || keys.has(key) || isDesk(key)) return
    keys.add(key)
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next)
  }
  entryKeys(manifest).forEach(visit)
  return keys
}

/** @param {Manifest} manifest */
export function phoneFiles(manifest) {
  return filesOf(manifest, [...phoneKeys(manifest)])
}
