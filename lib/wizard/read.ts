import { nearest } from '@/lib/topology/nearest'
import { type Choices, choices } from './choices'

/** What is wrong with the choices, by field. */
export interface ChoiceError {
  field: string
  message: string
}

export type ReadChoices = { ok: true; choices: Choices } | { ok: false; errors: ChoiceError[] }

/** Choices from a form or a YAML file, or what is wrong with each. */
export function readChoices(value: unknown): ReadChoices {
  const parsed = choices.safeParse(value)
  if (!parsed.success) return { ok: false, errors: parsed.error.issues.flatMap((issue) => errorsOf(issue)) }
  const { paths } = parsed.data
  const twice = paths.find((a, i) => paths.findIndex((b) => b.method === a.method && b.path === a.path) !== i)
  if (twice)
    return { ok: false, errors: [{ field: 'paths', message: `${twice.method} ${twice.path} stands there twice.` }] }
  return { ok: true, choices: parsed.data }
}

type Issue = NonNullable<ReturnType<typeof choices.safeParse>['error']>['issues'][number]

function errorsOf(issue: Issue): ChoiceError[] {
  if (issue.code !== 'unrecognized_keys') return [{ field: issue.path.join('.'), message: issue.message }]
  return issue.keys.map((key) => {
    const meant = nearest(key, Object.keys(choices.shape))
    const message = `There is no choice "${key}".${meant === undefined ? '' : ` The nearest is "${meant}".`}`
    return { field: [...issue.path, key].join('.'), message }
  })
}
