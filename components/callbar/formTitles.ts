import type { Form } from '@/lib/urls/invokeUrl'

/** What a URL form is called on screen. */
export const formTitles = {
  'private-dns': 'Private DNS name',
  'endpoint-host': 'Endpoint name, Host header',
  'endpoint-header': 'Endpoint name, API id header',
  'endpoint-zonal': 'Endpoint name of one zone',
  alias: 'Alias of API and endpoint',
  'custom-domain': 'Private custom domain',
  nlb: 'NLB name',
  'nlb-host': 'NLB name, Host header',
  'nlb-header': 'NLB name, API id header',
  'nlb-connect-to': 'API name, connected to the NLB',
  regional: 'Regional name',
  edge: 'Edge name',
} satisfies Record<Form, string>
