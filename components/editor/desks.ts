import { createDesk, type Desk, type Line, type Questions, type Subject } from './desk'

/** What takes many traces: it never stands before a keystroke's own. */
const slow: ReadonlySet<Subject> = new Set<Subject>(['mend', 'settle'])

/** Two workers behind one desk: one for the verdict, and one for what is worked out about it afterwards. */
export function createDesks(start: () => Line): Desk {
  const verdict = createDesk(start)
  const rest = createDesk(start)
  return {
    open: verdict.open,
    ask: <S extends Subject>(subject: S, ...about: [Parameters<Desk['ask']>[1], Questions[S]['asks']]) =>
      (slow.has(subject) ? rest : verdict).ask(subject, ...about),
    close() {
      verdict.close()
      rest.close()
    },
  }
}
