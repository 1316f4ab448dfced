import { ChevronDown } from 'lucide-react'
import { Menu, MenuChoice } from '@/components/ui/Menu'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

export function MethodMenu({ method, onMethod }: { method: string; onMethod: (method: string) => void }) {
  return (
    <Menu
      label={`Method ${method}`}
      buttonClass="flex h-full shrink-0 items-center gap-2 border-r border-line bg-sunken px-2.5 font-mono text-body font-semibold hover:bg-hover"
      button={
        <>
          {method}
          <ChevronDown size={12} aria-hidden className="text-ink3" />
        </>
      }
    >
      {methods.map((each) => (
        <MenuChoice key={each} chosen={each === method} onSelect={() => onMethod(each)}>
          <span className="font-mono">{each}</span>
        </MenuChoice>
      ))}
    </Menu>
  )
}
