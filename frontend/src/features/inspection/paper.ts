// Files that the server makes. They need the session's token, so they are
// fetched and handed to the browser as blobs.

import { send } from '@/api/client'
import { problemOf, ProblemError } from '@/api/problem'

async function fetchBlob(path: string): Promise<{ blob: Blob; name: string | undefined }> {
  const response = await send(path)
  if (!response.ok) throw new ProblemError(await problemOf(response))
  const told = response.headers.get('Content-Disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(told)?.[1]
  const name = encoded ? decodeURIComponent(encoded) : /filename="?([^";]+)"?/i.exec(told)?.[1]
  return { blob: await response.blob(), name }
}

function save(url: string, name: string): void {
  const a = document.createElement('a')
  a.href = url
  a.download = name
  a.click()
}

const minute = 60_000

/**
 * Opens a paper in a tab of its own, to be read and printed there. The tab is
 * opened before the answer, while the browser still sees the person's key.
 */
export async function openPaper(path: string, name: string): Promise<void> {
  const tab = window.open('', '_blank')
  try {
    const { blob } = await fetchBlob(path)
    const url = URL.createObjectURL(blob)
    if (tab) tab.location.replace(url)
    else save(url, name)
    setTimeout(() => URL.revokeObjectURL(url), 10 * minute)
  } catch (error) {
    tab?.close()
    throw error
  }
}

/** Saves a file under the server's name for it. */
export async function download(path: string, name: string): Promise<void> {
  const file = await fetchBlob(path)
  const url = URL.createObjectURL(file.blob)
  save(url, file.name ?? name)
  setTimeout(() => URL.revokeObjectURL(url), minute)
}

/** An address for an image, to be freed by whoever shows it; null if it cannot be had. */
export async function imageAddress(path: string): Promise<string | null> {
  try {
    return URL.createObjectURL((await fetchBlob(path)).blob)
  } catch {
    return null
  }
}
