import { useEffect } from 'react'
import { type Command, commandsOf, type Reach } from './commands'

const lettersKey = 'throughline.letters'

/** Single letters can be switched off, for those who dictate (WCAG 2.1.4). Browser only. */
export const lettersOn = (): boolean => localStorage.getItem(lettersKey) !== 'off'
export const setLetters = (on: boolean) => localStorage.setItem(lettersKey, on ? 'on' : 'off')

/** The keys of the page. What is typed into a field, a menu or a dialog is never heard here. */
export function useKeys(reach: Reach) {
  const { store, canvas } = reach
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const mod = event.ctrlKey || event.metaKey
      if (isTyping(event.target) && !(mod && event.key.toLowerCase() === 'k')) return
      const { past, dialog, mend } = store.getState()
      if (dialog !== undefined && !mod) return
      // One key takes back what was broken; it touches nothing else.
      if (event.key === 'Backspace' && past.some((step) => step.breakage !== undefined)) {
        event.preventDefault()
        mend()
        return
      }
      const pressed = spell(event)
      const command = commandsOf({ store, canvas }).find((each) => each.keys === pressed)
      if (!command || (isLetter(command) && !lettersOn())) return
      event.preventDefault()
      command.run()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [store, canvas])
}

const isLetter = ({ keys }: Command) => keys !== undefined && !keys.includes('mod') && keys !== 'escape'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select'))

/** `shift` counts for letters and the backslash; elsewhere the sign itself already says it. */
function spell(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey
  const key = event.key === '|' ? '\\' : event.key.toLowerCase()
  const shifted = event.shiftKey && /^[a-z\\]$/.test(key)
  return `${shifted ? 'shift+' : ''}${mod ? 'mod+' : ''}${key}`
}
