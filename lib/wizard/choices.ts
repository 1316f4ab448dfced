import { z } from 'zod'
import { settingOf } from '@/lib/templates/setting'
import { type CallerPlace, callerPlaces, integrationKinds } from './words'

const places = Object.keys(callerPlaces) as [CallerPlace, ...CallerPlace[]]
const integrations = Object.keys(integrationKinds) as [
  keyof typeof integrationKinds,
  ...(keyof typeof integrationKinds)[],
]
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'] as const

const digits = 'An account number has 12 digits; in YAML it stands in quotes.'
const accountNumber = z.string(digits).regex(/^\d{12}$/, digits)

// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html
const path = z
  .string()
  .regex(
    /^(\/([\w.:~$-]+|\{[\w.:~$-]+\}))*(\/\{[\w.:~$-]+\+\})?$|^\/$/,
    'A path is like /orders, /orders/{id} or /{proxy+}; a greedy parameter comes last.',
  )
  .min(1, 'A path begins with /.')

/** Everything the wizard asks, on one page or in one YAML file. */
export const choices = z.strictObject(
  {
    name: z
      .string()
      .regex(
        /^[a-z][a-z0-9-]{1,19}$/,
        'A name has 2 to 20 small letters, digits and hyphens, and begins with a letter.',
      ),
    region: z.string().refine((region) => settingOf(region) !== undefined, 'No partition has such a region.'),
    account: accountNumber,
    /** The account of the client in `own-vpc`; without it, the API's own. */
    callerAccount: accountNumber.optional(),
    callers: z.array(z.enum(places)).min(1, 'At least one caller.'),
    paths: z.array(z.strictObject({ method: z.enum(methods), path })).min(1, 'At least one path.'),
    integration: z.enum(integrations),
    /** Only an integration that goes to the Fargate service needs one. */
    link: z.enum(['V1', 'V2']).optional(),
    stage: z
      .string()
      .regex(/^\w{1,128}$/, 'A stage has letters, digits and underscores.')
      .optional(),
  },
  'The choices are wanted, each on a line of its own: name, region, account, callers, paths, integration.',
)

export type Choices = z.infer<typeof choices>
