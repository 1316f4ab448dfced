/** Room below a button from which on a popover opens upwards. */
const least = 180

/** Puts a popover below its button, or above it near the foot of the window. Its size need not be known. */
export function placeBelow(trigger: HTMLElement | null, box: HTMLElement | null, align: 'start' | 'end' = 'start') {
  const at = trigger?.getBoundingClientRect()
  if (!at || !box) return
  const below = innerHeight - at.bottom
  const up = below < least && at.top > below
  Object.assign(box.style, {
    left: align === 'start' ? `${Math.max(8, at.left)}px` : 'auto',
    right: align === 'end' ? `${Math.max(8, innerWidth - at.right)}px` : 'auto',
    top: up ? 'auto' : `${at.bottom + 4}px`,
    bottom: up ? `${innerHeight - at.top + 4}px` : 'auto',
    maxHeight: `${(up ? at.top : below) - 12}px`,
    minWidth: `${at.width}px`,
  })
}
