import type { ResourceOf } from '@/lib/topology/document'

export const helloBody = '<html><h1>Hello World From Ray Webpage!</h1></html>'

/** The guide's application: GET on any path and any Host gets the page, at once. Stated: no AWS call shows it. */
export const helloSoftware = (port: number): NonNullable<ResourceOf<'httpEndpoint'>['software']> => ({
  listens: [{ port }],
  answers: [{ when: { method: 'GET' }, status: 200, headers: { 'Content-Type': 'text/html' }, body: helloBody }],
})
