import type { Metadata } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { ThemeScript } from '@/components/theme/ThemeScript'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Throughline', template: '%s · Throughline' },
  icons: { icon: '/icon.svg' },
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A prerendered page has no nonce: under the policy of proxy.ts its scripts would not run.
  await connection()
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>{children}</body>
    </html>
  )
}
