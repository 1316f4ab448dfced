import { Input } from './input'

/** A controlled input and nothing else: what a keystroke costs before anything is done with it. */
export default function Page() {
  return <Input />
}
