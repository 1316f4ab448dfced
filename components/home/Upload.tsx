'use client'

import { Upload as Arrow } from 'lucide-react'
import { useRef, useState } from 'react'
import { uploadDocument } from '@/app/actions'
import { Button } from '@/components/ui/Button'
import { type Problem, Problems, problemsOf } from './Problems'

/** Takes a document from a file. A broken one says where it is broken; nothing is changed. */
export function Upload({ onMade }: { onMade: (id: string) => void }) {
  const field = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<{ file: string; problems: Problem[] }>()

  const take = async (file: File) => {
    const answer = await uploadDocument({ text: await file.text() })
    if (answer.ok) return onMade(answer.data.id)
    setRefused({ file: file.name, problems: problemsOf(answer.error) })
  }

  return (
    <>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        aria-label="A topology document"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) void take(file)
        }}
      />
      <Button onClick={() => field.current?.click()}>
        <Arrow size={13} aria-hidden />
        Upload a document
      </Button>
      {refused && <Problems {...refused} onClose={() => setRefused(undefined)} />}
    </>
  )
}
