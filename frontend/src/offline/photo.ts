// Photos are shrunk on the phone and named by the hash of their bytes, so that
// sending one twice is sending it once. Drawing on a canvas also turns them
// upright and drops what the camera wrote into the file (place, device).

import { sha256 } from '@/lib/id'
import type { Database } from './db'
import type { Owner, StoredPhoto } from './types'

/** The longer side after shrinking, in pixels: a label's print stays legible. */
export const longestSide = 1600
const quality = 0.78

export interface Shrunk {
  sha256: string
  type: string
  width: number
  height: number
  bytes: ArrayBuffer
}

function toBlob(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality))
}

async function decode(file: Blob): Promise<ImageBitmap | HTMLImageElement> {
  if ('createImageBitmap' in globalThis) {
    try {
      return await createImageBitmap(file, { imageOrientation: 'from-image' })
    } catch {
      // An old WebKit without options, or a format the bitmap decoder lacks.
    }
  }
  const url = URL.createObjectURL(file)
  try {
    const img = new Image()
    img.src = url
    await img.decode()
    return img
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Shrinks one photo. One at a time and one canvas: iOS counts the memory. */
export async function shrink(file: Blob): Promise<Shrunk> {
  const source = await decode(file)
  const scale = Math.min(1, longestSide / Math.max(source.width, source.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(source.width * scale))
  canvas.height = Math.max(1, Math.round(source.height * scale))
  const { width, height } = canvas
  try {
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.drawImage(source, 0, 0, width, height)
    let blob = await toBlob(canvas, 'image/webp')
    // Safari answers PNG when asked for WebP.
    if (blob?.type !== 'image/webp') blob = await toBlob(canvas, 'image/jpeg')
    if (!blob) throw new Error('no encoder')
    const bytes = await blob.arrayBuffer()
    return { sha256: await sha256(bytes), type: blob.type, width, height, bytes }
  } finally {
    if ('close' in source) source.close()
    canvas.width = 0
    canvas.height = 0
  }
}

/** Shrinks and keeps a photo; the same picture twice is one row. */
export async function keep(
  db: Database,
  owner: Owner,
  file: Blob,
  now: Date = new Date(),
): Promise<StoredPhoto> {
  const small = await shrink(file)
  const photo: StoredPhoto = {
    account: owner.account,
    enterprise: owner.enterprise,
    ...small,
    size: small.bytes.byteLength,
    takenAt: now.toISOString(),
  }
  await db.put('photos', photo)
  return photo
}

export function load(db: Database, owner: Owner, hash: string): Promise<StoredPhoto | undefined> {
  return db.get('photos', [owner.account, owner.enterprise, hash])
}

/** An address to show a kept photo under; the caller revokes it. */
export async function objectURL(db: Database, owner: Owner, hash: string): Promise<string | null> {
  const photo = await load(db, owner, hash)
  return photo ? URL.createObjectURL(new Blob([photo.bytes], { type: photo.type })) : null
}
