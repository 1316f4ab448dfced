export type Theme = 'light' | 'dark'

const key = 'throughline.theme'

/**
 * Runs before the first paint, so that the page never flashes in the other theme. Absent: what the system asks. React
 * escapes quotes and ampersands in the text of an element, so it has none.
 */
export const themeScript = `try{const t=localStorage.getItem(\`${key}\`);if(t===\`light\`||t===\`dark\`)document.documentElement.dataset.theme=t}catch{}`

/** The theme on screen now. Browser only. */
const currentTheme = (): Theme => {
  const { theme } = document.documentElement.dataset
  if (theme === 'light' || theme === 'dark') return theme
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Switches to the other theme and keeps it. Browser only. */
export function switchTheme() {
  const next = currentTheme() === 'dark' ? 'light' : 'dark'
  document.documentElement.dataset.theme = next
  localStorage.setItem(key, next)
}
