import { z } from 'zod'
import { settingOf } from '@/lib/templates/setting'

/** Where the calls come from. Each is drawn with a client of its own, by its logical id. */
export const callerPlaces = {
  'same-vpc': 'A client in the VPC of the service, through the endpoint there.',
  'own-vpc': 'A client in a VPC of its own that is connected with nothing, through its own endpoint.',
  'peered-vpc': 'A client in a peered VPC without an endpoint, through the one in the VPC of the service.',
  'on-premises': 'A client in a data center over Direct Connect, through the endpoint in the VPC of the service.',
} as const

export type CallerPlace = keyof typeof callerPlaces

export const integrationKinds = {
  HTTP_PROXY: 'The call goes on as it came, to the Fargate service behind a VPC link.',
  HTTP: 'The call is mapped on its way to the Fargate service behind a VPC link; errors keep their status.',
  AWS_PROXY: 'A Lambda function answers.',
  MOCK: 'API Gateway answers by itself.',
} as const

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
export const choices = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,19}$/, 'A name has 2 to 20 small letters, digits and hyphens, and begins with a letter.'),
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
})

export type Choices = z.infer<typeof choices>

export const needsLink = ({ integration }: Pick<Choices, 'integration'>) =>
  integration === 'HTTP' || integration === 'HTTP_PROXY'

/** What the page and the example begin with. */
export const firstChoices: Choices = {
  name: 'orders',
  region: 'eu-central-1',
  account: '111122223333',
  callers: ['same-vpc'],
  paths: [{ method: 'GET', path: '/orders' }],
  integration: 'HTTP_PROXY',
  link: 'V1',
  stage: 'prod',
}
