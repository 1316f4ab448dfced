/**
 * Gathers single questions into few calls: keys asked for in the same turn of the event loop are answered together, in
 * chunks of at most `size`. A key is asked once. One failed call fails the keys of its chunk only.
 */
export class Batch<V> {
  readonly #asked = new Map<string, Promise<V | undefined>>()
  #waiting: { key: string; done: (value: V | undefined) => void; fail: (error: unknown) => void }[] = []

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
    for (let i = 0; i < waiting.length; i += this.size) {
      const chunk = waiting.slice(i, i + this.size)
      this.fetch(chunk.map((w) => w.key)).then(
        (found) => {
          for (const w of chunk) w.done(found.get(w.key))
        },
        (error: unknown) => {
          for (const w of chunk) w.fail(error)
        },
      )
    }
  }
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
