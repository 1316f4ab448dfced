import type { ExportFormat } from '../format'

/** The document itself: what `throughline` reads again. */
export const json: ExportFormat = {
  name: 'json',
  says: 'the topology document',
  extension: 'json',
  mediaType: 'application/json',
  ofCalls: false,
  write: ({ document }) => `${JSON.stringify(document, null, 2)}\n`,
}
