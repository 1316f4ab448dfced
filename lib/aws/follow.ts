/** Runs visits that start further visits, until all have settled. A visit handles its own failures. */
export class Follow {
  readonly #running = new Set<Promise<void>>()
  #broken: unknown

  run(visit: () => Promise<unknown>): void {
    const running: Promise<void> = visit().then(
      () => void this.#running.delete(running),
      (error: unknown) => {
        this.#running.delete(running)
        this.#broken ??= error
      },
    )
    this.#running.add(running)
  }

  /** Resolves when nothing runs any more. @throws what a visit did not handle */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
    if (this.#broken !== undefined) throw this.#broken
  }
}
