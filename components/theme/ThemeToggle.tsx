'use client'

import { SunMoon } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import { switchTheme } from './theme'

export function ThemeToggle() {
  return (
    <Button look="bare" square aria-label="Switch between light and dark" title="Light or dark" onClick={switchTheme}>
      <SunMoon size={15} aria-hidden />
    </Button>
  )
}
