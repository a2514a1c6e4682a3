// Files that need the session to be read: papers, packs, photos.

import { send } from '@/api/client'
import { problemOf, ProblemError } from '@/api/problem'

async function read(path: string): Promise<Blob> {
  const response = await send(path)
  if (!response.ok) throw new ProblemError(await problemOf(response))
  return response.blob()
}

/** How long an address stays readable after it was handed to another window. */
const keepMs = 120_000

/**
 * Shows a file in a new tab. The tab is opened at once, inside the tap, since a
 * browser blocks one that is opened after waiting.
 */
export async function openFile(path: string): Promise<void> {
  const tab = window.open('', '_blank')
  try {
    const url = URL.createObjectURL(await read(path))
    setTimeout(() => URL.revokeObjectURL(url), keepMs)
    if (tab) tab.location.href = url
    else window.location.assign(url)
  } catch (error) {
    tab?.close()
    throw error
  }
}

/** Saves a file under a name. */
export async function saveFile(path: string, name: string): Promise<void> {
  const url = URL.createObjectURL(await read(path))
  const a = document.createElement('a')
  a.href = url
  a.download = name
  a.click()
  setTimeout(() => URL.revokeObjectURL(url), keepMs)
}

/** An address to show an image under; null where there is none to see. */
export async function imageURL(path: string): Promise<string | null> {
  try {
    return URL.createObjectURL(await read(path))
  } catch {
    return null
  }
}
