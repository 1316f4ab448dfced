import { X } from 'lucide-react'
import { Button } from '@/components/ui/Button'

/** What of a pasted command was not honoured. */
export function Remarks({ remarks, onClose }: { remarks: string[]; onClose: () => void }) {
  if (remarks.length === 0) return null
  return (
    <div
      role="status"
      className="absolute top-full right-0 left-0 z-(--z-popover) mt-1.5 flex items-start gap-2 rounded-panel border border-line bg-raised px-3 py-2 shadow-popover"
    >
      <ul className="min-w-0 flex-1 text-body text-ink2">
        {remarks.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      <Button look="bare" square className="!h-6 !w-6" aria-label="Close" onClick={onClose}>
        <X size={13} aria-hidden />
      </Button>
    </div>
  )
}
