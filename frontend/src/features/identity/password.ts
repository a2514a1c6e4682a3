/** What is wrong with a new password, before the server is asked. Length counts characters. */
export function passwordFault(next: string, current: string): 'short' | 'same' | 'simple' | null {
  if ([...next].length < 8) return 'short'
  if (next === current) return 'same'
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((r) => r.test(next)).length
  return kinds < 3 ? 'simple' : null
}
