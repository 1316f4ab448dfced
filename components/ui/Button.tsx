import type { ButtonHTMLAttributes } from 'react'

const looks = {
  /** The one main button of a place: ink, never a hue. */
  ink: 'bg-ink text-panel hover:bg-ink2 border border-transparent',
  line: 'bg-raised text-ink border border-line2 hover:bg-hover',
  bare: 'bg-transparent text-ink2 border border-transparent hover:bg-hover hover:text-ink',
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: keyof typeof looks
  /** A square of 28 px for one icon; needs an `aria-label`. */
  square?: boolean
}

export const buttonClass = (look: keyof typeof looks = 'line', square = false) =>
  `inline-flex h-7 shrink-0 items-center justify-center gap-1.5 rounded-control text-label whitespace-nowrap select-none transition-colors duration-(--quick) ${looks[look]} ${square ? 'w-7' : 'px-2.5'}`

export function Button({ look = 'line', square, className = '', type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={`${buttonClass(look, square)} ${className}`} />
}
