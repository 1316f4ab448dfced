'use client'
import { useState } from 'react'

/** Shows what is typed beside the field, so that both pages paint something. */
export function Input() {
  const [text, setText] = useState('')
  return (
    <>
      <input value={text} onChange={(event) => setText(event.target.value)} />
      <output data-verdict={text}>{text}</output>
    </>
  )
}
