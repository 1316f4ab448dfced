/** The statements of a policy as they are written; none where its text is broken. */
export function statementsOf(text: string): unknown[] {
  try {
    const { Statement = [] }: { Statement?: unknown } = JSON.parse(text)
    return [Statement].flat()
  } catch {
    return []
  }
}
