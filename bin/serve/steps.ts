const total = 5

/** Runs a numbered step and prints what it answers with the time it took. */
export async function step<T>(n: number, name: string, work: () => Promise<{ says: string; value: T }>): Promise<T> {
  const began = performance.now()
  process.stdout.write(`${n}/${total} ${name.padEnd(13)}`)
  try {
    const { says, value } = await work()
    process.stdout.write(`${says}, ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
    return value
  } catch (error) {
    process.stdout.write('\n')
    throw error
  }
}
