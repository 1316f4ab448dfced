import { Download } from 'lucide-react'
import { downloadCalls } from '@/components/inspector/invoke/downloadCalls'
import { buttonClass } from '@/components/ui/Button'
import { Menu, MenuGroup, MenuItem, MenuLink } from '@/components/ui/Menu'
import { useEditing } from './Editing'

/** The topology and its calls as files. */
export function ExportMenu() {
  const { store, desk } = useEditing()
  const { id } = store.getState()
  const calls = async (format: string, expected: boolean) => {
    const { document } = store.getState()
    const urls = (await desk.current?.ask('urls', document, { caller: 'curl' })) ?? []
    await downloadCalls(format, document, urls, expected)
  }
  return (
    <Menu
      label="Export"
      align="end"
      className="w-64"
      buttonClass={`${buttonClass('line')} !h-8`}
      button={
        <>
          <Download size={14} aria-hidden />
          <span className="max-[1400px]:sr-only">Export</span>
        </>
      }
    >
      <MenuGroup title="The topology">
        <MenuLink href={`/t/${id}/document.json`} download>
          Document, .json
        </MenuLink>
      </MenuGroup>
      <MenuGroup title="All its calls">
        <MenuItem onSelect={() => void calls('sh', false)}>Shell script, .sh</MenuItem>
        <MenuItem onSelect={() => void calls('sh', true)}>Shell script with expected answers</MenuItem>
        <MenuItem onSelect={() => void calls('http', true)}>Requests, .http</MenuItem>
      </MenuGroup>
    </Menu>
  )
}
