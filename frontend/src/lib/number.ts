/** 3,482 – grouped the same way in both languages. */
export function formatCount(n: number): string {
  return n.toLocaleString('en-US')
}

/** Bytes as people say them: 282 kB, 1.4 MB. */
export function formatBytes(n: number): string {
  return n < 1_000_000 ? `${Math.max(1, Math.round(n / 1000))} kB` : `${(n / 1_000_000).toFixed(1)} MB`
}
