import { headers } from 'next/headers'
import { themeScript } from './theme'

/** Stands in the head; the browser hides its nonce from scripts, which hydration would take for a difference. */
export async function ThemeScript() {
  const nonce = (await headers()).get('x-nonce') ?? ''
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {themeScript}
    </script>
  )
}
