// Files of the enterprise (附件) are sent under the hash of their bytes, so that
// sending one twice is sending it once.

import { send } from '@/api/client'
import { problemOf, ProblemError } from '@/api/problem'
import { sha256 } from '@/lib/id'

/** Refers to a kept file under the name that the person gave it. */
export interface FileRef {
  sha256: string
  name: string
}

/** What a file input may offer; the server looks at the bytes. */
export const acceptedFiles = '.pdf,.docx,image/jpeg,image/png,image/webp'

/** Keeps a file with the server and returns how to refer to it. */
export async function keepFile(enterprise: string, file: File): Promise<FileRef> {
  const body = await file.arrayBuffer()
  const hash = await sha256(body)
  const response = await send(filePath(enterprise, hash), {
    method: 'PUT',
    body,
    headers: { 'Content-Type': 'application/octet-stream' },
  })
  if (!response.ok) throw new ProblemError(await problemOf(response))
  return { sha256: hash, name: file.name.slice(-120) }
}

export function filePath(enterprise: string, hash: string): string {
  return `/enterprises/${enterprise}/files/${hash}`
}
