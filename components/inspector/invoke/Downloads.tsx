import { Download } from 'lucide-react'
import type { CallableUrl } from '@/components/editor/desk'
import { Button } from '@/components/ui/Button'
import { CopyButton } from '@/components/ui/CopyButton'
import type { TopologyDocument } from '@/lib/topology/document'
import { downloadCalls } from './downloadCalls'

interface Props {
  document: TopologyDocument
  urls: CallableUrl[]
  commandOf: (form: CallableUrl) => string
}

/** All of these calls at once: to the clipboard, as a script, as requests for an editor. */
export function Downloads({ document, urls, commandOf }: Props) {
  return (
    <div className="flex flex-wrap gap-2 px-3 py-3">
      <CopyButton look="line" text={() => urls.map(commandOf).join('\n')} label="Copy all commands">
        Copy all
      </CopyButton>
      <Button onClick={() => void downloadCalls('sh', document, urls, false)}>
        <Download size={13} aria-hidden />
        .sh
      </Button>
      <Button onClick={() => void downloadCalls('sh', document, urls, true)}>
        <Download size={13} aria-hidden />
        .sh with expected answers
      </Button>
      <Button onClick={() => void downloadCalls('http', document, urls, true)}>
        <Download size={13} aria-hidden />
        .http
      </Button>
    </div>
  )
}
