import { send } from '@/api/client'
import { problemOf, ProblemError } from '@/api/problem'
import { useHere } from '@/features/enterprise/here'
import { imageURL } from '@/lib/file'
import { database } from '@/offline/db'
import { keep, load as kept, objectURL, shrink } from '@/offline/photo'

/** Photos of this enterprise: shrunk on the device, named by their hash. */
export function usePhotos() {
  const { enterprise, owner } = useHere()
  const at = (hash: string) => `/enterprises/${encodeURIComponent(enterprise.value)}/photos/${hash}`

  /** Keeps a photo on the phone until its check is delivered. */
  async function take(file: File): Promise<string> {
    return (await keep(await database(), owner.value, file)).sha256
  }

  const fresh = new Map<string, Blob>()

  /** Sends a photo at once: for acts that need the network anyway. */
  async function upload(file: File): Promise<string> {
    const small = await shrink(file)
    const response = await send(at(small.sha256), {
      method: 'PUT',
      body: small.bytes,
      headers: { 'Content-Type': small.type },
    })
    if (!response.ok) throw new ProblemError(await problemOf(response))
    fresh.set(small.sha256, new Blob([small.bytes], { type: small.type }))
    return small.sha256
  }

  /** Sends the photos that are kept on the phone; what is not there was sent before. */
  async function deliver(hashes: string[]): Promise<void> {
    const db = await database()
    for (const hash of hashes) {
      const photo = await kept(db, owner.value, hash)
      if (!photo) continue
      const response = await send(at(hash), {
        method: 'PUT',
        body: photo.bytes,
        headers: { 'Content-Type': photo.type },
      })
      if (!response.ok) throw new ProblemError(await problemOf(response))
    }
  }

  async function load(hash: string): Promise<string | null> {
    const mine = fresh.get(hash)
    if (mine) return URL.createObjectURL(mine)
    const mineKept = await database()
      .then((db) => objectURL(db, owner.value, hash))
      .catch(() => null)
    return mineKept ?? imageURL(at(hash))
  }

  return { take, upload, deliver, load }
}
