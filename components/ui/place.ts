/** Puts an opened popover below its button, or above where there is more room, inside the window. */
export function placeBelow(trigger: HTMLElement | null, box: HTMLElement | null, align: 'start' | 'end' = 'start') {
  const at = trigger?.getBoundingClientRect()
  if (!at || !box) return
  const left = align === 'start' ? at.left : at.right - box.offsetWidth
  const below = at.bottom + 4
  const top = below + box.offsetHeight > innerHeight - 8 ? Math.max(8, at.top - box.offsetHeight - 4) : below
  box.style.left = `${Math.max(8, Math.min(left, innerWidth - box.offsetWidth - 8))}px`
  box.style.top = `${top}px`
  box.style.minWidth = `${at.width}px`
}
