import { tmpdir } from 'node:os'
import path from 'node:path'

const port = process.env.THROUGHLINE_TEST_PORT || '3977'
const folder = path.join(tmpdir(), `throughline-e2e-${port}`)

/** Where the one server of a run listens and keeps its data; the workers derive the same from the port. */
export const testPlace = {
  port,
  folder,
  data: path.join(folder, 'data'),
  chromium: process.env.CHROMIUM || '/usr/bin/chromium',
}
