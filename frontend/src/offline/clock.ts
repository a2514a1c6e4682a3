// Phone clocks are wrong. At every contact we note how far the device's clock
// lies from the server's; a check made without a network carries that skew, so
// that its device time can be corrected when it arrives.
//
//   skew = server − device, in ms;  corrected time = device time + skew
//
// The business day is never computed here: it comes with the obligation that
// the server served.

const key = 'zhize.clock.skew'

let skew: number | null = null

function stored(): number | null {
  try {
    const value = localStorage.getItem(key)
    return value === null ? null : Number(value)
  } catch {
    return null
  }
}

/** Takes the time of an answer: X-Zhize-Now in ms if sent, else Date, which has whole seconds. */
export function noteServerTime(headers: Headers, sentAt: number, receivedAt: number): void {
  const exact = Number(headers.get('X-Zhize-Now') ?? NaN)
  const server = Number.isFinite(exact) ? exact : Date.parse(headers.get('Date') ?? '') + 500
  if (!Number.isFinite(server)) return
  skew = Math.round(server - (sentAt + receivedAt) / 2)
  try {
    localStorage.setItem(key, String(skew))
  } catch {
    // Private browsing without storage: the skew lives as long as the page.
  }
}

/** Server minus device at the last contact, or null if there has been none. */
export function deviceSkewMs(): number | null {
  skew ??= stored()
  return skew
}

/** The best guess of the server's clock now, for countdowns; never for the business day. */
export function serverNow(): number {
  return Date.now() + (deviceSkewMs() ?? 0)
}
