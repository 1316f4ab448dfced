/** What a part of `bin/test` found. */
export interface Count {
  passed: number
  failed: number
}

export interface Part {
  name: string
  says: string
  /** Only run by `bin/test all` or by name. */
  long?: boolean
  run: (root: string) => Promise<Count>
}
