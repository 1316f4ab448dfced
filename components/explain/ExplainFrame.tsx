import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/Button'
import { Modal } from '@/components/ui/Modal'
import { Scroll } from '@/components/ui/Scroll'
import { PasteField } from './PasteField'
import type { Pasted } from './pasted'

interface Props {
  pasted: Pasted
  onPasted: (next: Pasted) => void
  /** Below the field: which topology the paste is about. */
  about?: ReactNode
  children: ReactNode
  onClose: () => void
}

/** The paste on one side, what it shows on the other. */
export function ExplainFrame({ pasted, onPasted, about, children, onClose }: Props) {
  return (
    <Modal
      title="Explain an error"
      bare
      onClose={onClose}
      className="h-[min(860px,90dvh)] w-[min(1120px,95vw)] overflow-hidden"
    >
      <div className="flex h-full flex-col">
        <div className="flex h-11 shrink-0 items-center justify-between border-b border-line pr-2 pl-4">
          <p aria-hidden className="text-section">
            Explain an error
          </p>
          <Button look="bare" square aria-label="Close" onClick={onClose}>
            <X size={15} aria-hidden />
          </Button>
        </div>
        <div className="grid min-h-0 flex-1 max-[800px]:grid-rows-[minmax(180px,30%)_1fr] min-[800px]:grid-cols-[minmax(280px,36%)_1fr]">
          <div className="flex min-h-0 flex-col gap-3 border-line bg-panel p-4 max-[800px]:border-b min-[800px]:border-r">
            <PasteField pasted={pasted} onChange={onPasted} />
            {about}
          </div>
          <Scroll label="Explanation" className="min-h-0 p-4">
            {children}
          </Scroll>
        </div>
      </div>
    </Modal>
  )
}
