import { templates } from '@/lib/templates'
import { addOns } from '@/lib/templates/addOns'
import { buildTemplate, TemplateError } from '@/lib/templates/build'
import { guideRegion } from '@/lib/templates/setting'
import { choicesHelp } from './choicesHelp'
import { type Command, InputError, type Io, json, UsageError } from './command'
import { readOptions } from './options'

export const command: Command = {
  usage: `throughline template [NAME] [--variant V] [--region R] [--add-on A]… [--json]
       throughline template --wizard FILE.yaml

Without NAME: lists the templates with their variants. With NAME: prints the whole chain as a topology document.
With --wizard: draws a chain from choices, with groups and policies that let in no more than they must.

  --variant V   a recorded wrong setting of the chain, saved and deployed
  --region R    where the chain stands, in any partition (default ${guideRegion}); names, ARNs and policies follow
  --add-on A    one of ${addOns.map((addOn) => addOn.name).join(', ')}; may be repeated
  --json        without NAME: [{ name, title, says, variants: [{ name, says }] }]
${choicesHelp}
Exit code: 0 good, 2 no such word.

Example: throughline template two-api-chain --region eu-central-1 > chain.json
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      variant: { type: 'string' },
      region: { type: 'string' },
      'add-on': { type: 'string', multiple: true },
      wizard: { type: 'string' },
    })
    const [name, ...more] = positionals
    if (more.length > 0) throw new UsageError('template takes one NAME.')
    if (values.wizard !== undefined) {
      if (name ?? values.variant ?? values.region ?? values['add-on'])
        throw new UsageError('--wizard stands alone: the file says everything.')
      const { drawFrom } = await import('./wizard')
      io.stdout(json(await drawFrom(io, values.wizard)))
      return 0
    }
    if (name !== undefined) {
      const options = { region: values.region, variant: values.variant, addOns: values['add-on'] }
      io.stdout(json(build(name, options)))
      return 0
    }
    if (values.variant ?? values.region ?? values['add-on'])
      throw new UsageError('--variant, --region and --add-on need a NAME.')
    list(io, values.json === true)
    return 0
  },
}

function build(name: string, options: Parameters<typeof buildTemplate>[1]) {
  try {
    return buildTemplate(name, options)
  } catch (error) {
    throw error instanceof TemplateError ? new InputError(error.message) : error
  }
}

function list(io: Io, asJson: boolean) {
  const listed = templates.map(({ name, title, says, variants }) => ({
    name,
    title,
    says,
    variants: variants.map((variant) => ({ name: variant.name, says: variant.says })),
  }))
  if (asJson) {
    io.stdout(json(listed))
    return
  }
  for (const template of listed) {
    io.stdout(`${template.name}  ${template.title}\n  ${template.says}\n`)
    for (const variant of template.variants) io.stdout(`  --variant ${variant.name}  ${variant.says}\n`)
  }
}
