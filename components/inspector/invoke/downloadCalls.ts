import { saveFile } from '@/components/ui/saveFile'
import type { TopologyDocument } from '@/lib/topology/document'
import type { InvokeUrl } from '@/lib/urls/invokeUrl'

/** Writes calls in a format of the export menu and hands the file to the browser. The writers are loaded when used. */
export async function downloadCalls(
  name: string,
  document: TopologyDocument,
  urls: readonly InvokeUrl[],
  expected: boolean,
) {
  const { formats } = await import('@/lib/export')
  const format = formats.find((each) => each.name === name)
  if (!format) return
  const calls = expected ? urls : urls.map(({ outcome: _, ...url }) => url)
  saveFile(`${document.name}.${format.extension}`, format.mediaType, format.write({ document, calls }))
}
