import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const packages = ['@cloud-copilot/iam-simulate@0.1.173', '@cloud-copilot/iam-policy@0.1.109']

/** What the bench uses of https://github.com/cloud-copilot/iam-simulate */
export interface Simulator {
  runSimulation: (simulation: Simulation, options: object) => Promise<{ resultType: string; overallResult?: string }>
  anonymousPrincipal: object
}

export interface Simulation {
  request: {
    principal: string | object
    action: string
    resource: { resource: string; accountId: string }
    contextVariables: Readonly<Record<string, string | readonly string[]>>
  }
  identityPolicies: { name: string; policy: object }[]
  serviceControlPolicies: []
  resourceControlPolicies: []
  resourcePolicy?: object
  vpcEndpointPolicies?: { name: string; policy: object }[]
}

type Validate = (policy: object) => object[]

/** Of https://github.com/cloud-copilot/iam-policy: a policy that is validated once, before it is evaluated. */
export interface Policies {
  createValidatedPolicy: (policy: object, validate: Validate) => object
  validateEndpointPolicy: Validate
  validateIdentityPolicy: Validate
  validateResourcePolicy: Validate
}

/** The package is under the AGPL, so it is kept out of the project: installed once into a folder for temporary files. */
export async function iamSimulate(): Promise<Simulator & Policies> {
  const folder = path.join(tmpdir(), `throughline-${packages.join('-').replaceAll(/[^\w.]+/g, '-')}`)
  const at = (name: string) => path.join(folder, 'node_modules/@cloud-copilot', name, 'dist/esm/index.js')
  if (!existsSync(at('iam-simulate')) || !existsSync(at('iam-policy'))) {
    mkdirSync(folder, { recursive: true })
    const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', ...packages]
    const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error(`npm does not install ${packages.join(' and ')}.`)
  }
  const simulator: Simulator = await import(pathToFileURL(at('iam-simulate')).href)
  const policies: Policies = await import(pathToFileURL(at('iam-policy')).href)
  return { ...simulator, ...policies }
}
