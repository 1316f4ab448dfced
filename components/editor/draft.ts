/** What a person is about to draw, as far as they have said it; a dialog asks for the rest. */
export type Draft =
  | { what: 'add'; kind?: string; into?: string; at?: { x: number; y: number } }
  | { what: 'connect'; from: string; to?: string }
  | { what: 'delete'; ids: string[] }
  | { what: 'move'; id: string }
  | { what: 'history' }
  | { what: 'replace' }
