import { Mark } from '@/components/ui/Mark'
import { type Status, statusWord } from '@/components/ui/status'

const shown: Status[] = ['passes', 'blocked', 'unknown', 'unchecked']

/** What the marks on the cards mean. */
export function Legend() {
  return (
    <ul className="legend" aria-label="Marks">
      {shown.map((status) => (
        <li key={status}>
          <Mark status={status} size={12} silent />
          {statusWord[status]}
        </li>
      ))}
    </ul>
  )
}
