import { switchTheme } from '@/components/theme/theme'
import { Menu, MenuItem } from '@/components/ui/Menu'

interface Props {
  user: { name: string; role: string }
}

const initials = (name: string) =>
  name
    .split(/[\s._-]+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase()

export function UserMenu({ user }: Props) {
  return (
    <Menu
      label={`${user.name}, ${user.role}`}
      align="end"
      className="w-44"
      buttonClass="flex size-7 shrink-0 items-center justify-center rounded-full bg-sunken text-[11px] font-semibold text-ink2 hover:bg-hover"
      button={initials(user.name)}
    >
      <p className="px-2 py-1 text-ink3">
        {user.name} · {user.role}
      </p>
      <MenuItem onSelect={switchTheme}>Light or dark</MenuItem>
      <MenuItem onSelect={() => void signOut()}>Sign out</MenuItem>
    </Menu>
  )
}

/** next-auth ends a session only with its own token, so that no other site can do it. */
async function signOut() {
  const { csrfToken } = await (await fetch('/api/auth/csrf')).json()
  await fetch('/api/auth/signout', { method: 'POST', body: new URLSearchParams({ csrfToken, json: 'true' }) })
  location.assign('/signin')
}
