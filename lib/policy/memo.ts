/**
 * Remembers what a pure function of a text gave, for at most `max` texts: the same few ids, addresses and ARNs are asked
 * about again and again. When full it begins anew.
 */
export function memo<T>(max: number, make: (text: string) => T): (text: string) => T {
  const made = new Map<string, { value: T }>()
  return (text) => {
    const known = made.get(text)
    if (known) return known.value
    const value = make(text)
    if (made.size >= max) made.clear()
    made.set(text, { value })
    return value
  }
}
