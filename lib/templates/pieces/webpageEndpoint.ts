import type { Part } from '../part'
import { helloSoftware } from './helloSoftware'

export const webpageHost = 'webpage.example.com'

/** A public page; the guide does not show what stands behind its HTTP integrations. */
export const webpageEndpoint: Part = {
  [webpageHost]: { kind: 'httpEndpoint', name: webpageHost, host: webpageHost, software: helloSoftware(80) },
}
