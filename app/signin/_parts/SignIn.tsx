'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { PlainPage } from '@/components/ui/PlainPage'
import { signIn } from './signIn'

interface Props {
  /** Where to go after the sign-in, an address of this product. */
  to: string
  byPassword: boolean
}

/** Signs in by the link's token in the fragment, which no server log sees, or by name and password. */
export function SignIn({ to, byPassword }: Props) {
  const [says, setSays] = useState<string>()
  const [busy, setBusy] = useState(false)

  const enter = async (provider: 'link' | 'password', given: Record<string, string>, hash: string) => {
    setBusy(true)
    setSays(undefined)
    const refusal = await signIn(provider, given)
    if (refusal === undefined) location.replace(`${to}${hash}`)
    else {
      setSays(refusal)
      setBusy(false)
    }
  }

  useEffect(() => {
    const byLink = () => {
      const token = /^#link=(.+)$/.exec(location.hash)?.[1]
      if (token === undefined) return
      history.replaceState(null, '', location.pathname + location.search)
      void enter('link', { token }, '')
    }
    byLink()
    window.addEventListener('hashchange', byLink)
    return () => window.removeEventListener('hashchange', byLink)
  })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void enter('password', { name: String(form.get('name')), password: String(form.get('password')) }, location.hash)
  }

  return (
    <PlainPage>
      <h1 className="text-page">Sign in to Throughline</h1>
      {byPassword ? (
        <form onSubmit={submit} className="flex flex-col gap-3">
          <Field label="Name" name="name" autoComplete="username" defaultValue="owner" />
          <Field label="Password" name="password" type="password" autoComplete="current-password" />
          <Button type="submit" look="ink" disabled={busy}>
            Sign in
          </Button>
        </form>
      ) : (
        <p className="text-ink2">
          Open the link that <code className="whitespace-nowrap">bin/start</code> printed.{' '}
          <code className="whitespace-nowrap">bin/throughline link</code> prints a new one.
        </p>
      )}
      <p role="status" className={`text-fail ${byPassword ? 'min-h-9' : ''}`}>
        {says}
      </p>
    </PlainPage>
  )
}

interface FieldProps {
  label: string
  name: string
  type?: string
  autoComplete: string
  defaultValue?: string
}

function Field({ label, ...input }: FieldProps) {
  return (
    <label className="text-label flex flex-col gap-1">
      {label}
      <input
        {...input}
        required
        className="bg-sunken border-line2 rounded-control text-body h-8 border px-2 font-normal"
      />
    </label>
  )
}
