import { MenuItem } from '@/components/ui/Menu'
import { breakingSteps } from './breaking'
import { useEditing } from './Editing'

/** Computed only once the menu is open: each item is a patch that was tried on the path. */
export default function BreakSteps() {
  const { store } = useEditing()
  return breakingSteps(store).map(({ breakage, step }) => (
    <MenuItem
      key={breakage.name}
      onSelect={() => {
        store.setState({ follow: true })
        store.getState().run(step)
      }}
    >
      <span className="min-w-0">
        <span className="block font-medium">{breakage.label}</span>
        <span className="block text-fact text-ink3">{breakage.says}</span>
      </span>
    </MenuItem>
  ))
}
