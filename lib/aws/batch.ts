import { isGone } from './failure'

/**
 * Gathers single questions into few calls: keys asked for in the same turn of the event loop are answered together, in
 * chunks of at most `size`. A key is asked once. One failed call fails the keys of its chunk only; where AWS refuses a
 * whole call for one missing id, the chunk is halved until the missing one stands alone.
 */
export class Batch<V> {
  readonly #asked = new Map<string, Promise<V | undefined>>()
  #waiting: Question<V>[] = []

  constructor(
    private readonly size: number,
    private readonly fetch: (keys: string[]) => Promise<Map<string, V>>,
  ) {}

  /** The value of a key; undefined where AWS has none. */
  get(key: string): Promise<V | undefined> {
    const asked = this.#asked.get(key)
    if (asked) return asked
    const answer = new Promise<V | undefined>((done, fail) => {
      if (this.#waiting.length === 0) setTimeout(() => this.#flush(), 0)
      this.#waiting.push({ key, done, fail })
    })
    this.#asked.set(key, answer)
    return answer
  }

  #flush(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (let i = 0; i < waiting.length; i += this.size) void this.#ask(waiting.slice(i, i + this.size))
  }

  async #ask(chunk: Question<V>[]): Promise<void> {
    try {
      const found = await this.fetch(chunk.map((q) => q.key))
      for (const question of chunk) question.done(found.get(question.key))
    } catch (error) {
      if (!isGone(error)) for (const question of chunk) question.fail(error)
      else if (chunk.length === 1) chunk[0]?.done(undefined)
      else {
        const half = Math.ceil(chunk.length / 2)
        await Promise.all([this.#ask(chunk.slice(0, half)), this.#ask(chunk.slice(half))])
      }
    }
  }
}

interface Question<V> {
  key: string
  done: (value: V | undefined) => void
  fail: (error: unknown) => void
}

/** Runs once per key and hands the same promise to all who ask. */
export function once<V>(run: (key: string) => Promise<V>): (key: string) => Promise<V> {
  const running = new Map<string, Promise<V>>()
  return (key) => {
    const before = running.get(key)
    if (before) return before
    const now = run(key)
    running.set(key, now)
    return now
  }
}

/** The items by a key of their own; those without one are left out. */
export function byKey<V>(items: readonly V[] | undefined, key: (item: V) => string | undefined): Map<string, V> {
  const found = new Map<string, V>()
  for (const item of items ?? []) {
    const at = key(item)
    if (at !== undefined) found.set(at, item)
  }
  return found
}

/** The items by keys of their own, several under one key. */
export function grouped<V>(items: readonly V[], keys: (item: V) => (string | undefined)[]): Map<string, V[]> {
  const found = new Map<string, V[]>()
  for (const item of items)
    for (const key of keys(item)) if (key !== undefined) found.set(key, [...(found.get(key) ?? []), item])
  return found
}

/** All pages of a list. */
export async function pages<T>(
  read: (token: string | undefined) => Promise<{ items?: T[]; next?: string | undefined }>,
): Promise<T[]> {
  const all: T[] = []
  let token: string | undefined
  do {
    const page = await read(token)
    all.push(...(page.items ?? []))
    token = page.next || undefined
  } while (token !== undefined)
  return all
}
