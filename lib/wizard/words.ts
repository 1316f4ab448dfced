import type { Choices } from './choices'

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
