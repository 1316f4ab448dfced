import type { ReactNode } from 'react'
import '@xyflow/react/dist/style.css'

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body style={{ margin: 0 }}>{children}</body>
    </html>
  )
}
