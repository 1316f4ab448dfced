import { Kbd } from '@/components/ui/Kbd'

const signs: Record<string, string> = { shift: '⇧', escape: 'Esc', backspace: '⌫', arrows: '← ↑ → ↓' }

/** A combination as it stands on this keyboard. Browser only: it asks for the platform. */
export function Keys({ keys }: { keys: string }) {
  const mac = /Mac|iPhone|iPad/.test(navigator.userAgent)
  return (
    <span className="inline-flex gap-0.5">
      {keys.split('+').map((key) => (
        <Kbd key={key}>{key === 'mod' ? (mac ? '⌘' : 'Ctrl') : (signs[key] ?? key.toUpperCase())}</Kbd>
      ))}
    </span>
  )
}
