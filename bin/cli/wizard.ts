import { parse, YAMLParseError } from 'yaml'
import { callerPlaces, firstChoices, integrationKinds } from '@/lib/wizard/choices'
import { readChoices } from '@/lib/wizard/read'
import { drawChain } from '@/lib/wizard/wizard'
import { InputError, type Io } from './command'
import { readText } from './input'

const words = (table: object) => Object.keys(table).join(', ')

/** The help on the file of choices. */
export const choicesHelp = `  --wizard FILE.yaml   a chain made from choices; FILE holds (\`-\` is standard input):

      name: ${firstChoices.name}
      region: ${firstChoices.region}
      account: "${firstChoices.account}"
      callerAccount: "444455556666"   # of the caller in own-vpc; optional
      callers: [same-vpc]             # of ${words(callerPlaces)}
      paths: [{ method: GET, path: "/orders/{id}" }]
      integration: HTTP_PROXY         # one of ${words(integrationKinds)}
      link: V1                        # or V2, for HTTP and HTTP_PROXY
      stage: prod
`

/** The chain that a file of choices asks for. @throws InputError naming each choice that is wrong */
export async function drawFrom(io: Io, file: string) {
  const read = readChoices(yaml(await readText(io, file), file))
  if (read.ok) return drawChain(read.choices)
  const lines = read.errors.map(({ field, message }) => `  ${field || 'file'}: ${message}`)
  throw new InputError([`${file} does not say what to draw:`, ...lines].join('\n'))
}

function yaml(text: string, file: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw error instanceof YAMLParseError ? new InputError(`${file} is not YAML: ${error.message}`) : error
  }
}
