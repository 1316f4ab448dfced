'use client'

import { Check, Copy } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { buttonClass } from './Button'
import { copyText } from './copyText'

interface Props {
  /** The text to copy; a function where it is costly to make. */
  text: string | (() => string | Promise<string>)
  label: string
  children?: ReactNode
  look?: 'ink' | 'line' | 'bare'
  className?: string
}

/** Copies and says so for a moment, in the button and to screen readers. */
export function CopyButton({ text, label, children, look = 'bare', className = '' }: Props) {
  const [copied, setCopied] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const copy = async () => {
    await copyText(typeof text === 'string' ? text : text())
    setCopied(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setCopied(false), 1600)
  }

  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`${buttonClass(look, children === undefined)} ${children === undefined ? '!h-6 !w-6' : ''} ${className}`}
      onClick={() => void copy()}
    >
      {copied ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
      {children}
      <span role="status" className="sr-only">
        {copied ? 'Copied' : ''}
      </span>
    </button>
  )
}
