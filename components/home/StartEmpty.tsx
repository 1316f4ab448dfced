'use client'

import { uploadDocument } from '@/app/actions'
import { Button } from '@/components/ui/Button'
import { schemaVersion } from '@/lib/topology/document'

interface Props {
  onMade: (id: string) => void
  onNotice: (says: string) => void
}

/** A topology of one's own, from an empty canvas. */
export function StartEmpty({ onMade, onNotice }: Props) {
  const make = async () => {
    const answer = await uploadDocument({
      text: JSON.stringify({ schemaVersion, name: 'New topology', resources: {}, layout: {} }),
    })
    if (answer.ok) onMade(answer.data.id)
    else onNotice(answer.error.message)
  }
  return <Button onClick={() => void make()}>Draw a new one</Button>
}
