import { holes } from '@/lib/network/holes'
import type { Api, ResourceOf, TopologyDocument } from '@/lib/topology/document'
import { apiShape } from '@/lib/topology/kinds/api'
import { covers, pointer } from '@/lib/topology/pointer'
import { read } from '@/lib/topology/read'
import { asTurning, defineCheck, type Finding, link } from '../check'
import { forbidden } from '../outcome'

export const deployed = defineCheck(
  'stage.deployed',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html',
  {
    same: 'Stage {stage} serves what is saved: deployment {deployment}.',
    'same-so-far':
      'Stage {stage} serves deployment {deployment}. What of it could be read is as saved; the rest may be older.',
    differs:
      'Stage {stage} serves deployment {deployment}, and what is saved since differs. Saved changes act after the next deployment.',
    missing: 'Stage {stage} points to deployment {deployment}, which does not exist.',
    'canary-not-visible': 'Whether a canary takes some of the calls to stage {stage} of {api} is not known.',
    'not-visible': 'What stage {stage} of {api} serves is not known: only what is saved could be read.',
  },
)

/** A stage serves the snapshot of its deployment, never what was only saved. */
export function deployedCheck(
  doc: TopologyDocument,
  id: string,
  api: ResourceOf<'restApi'>,
  stage: string,
  deployment: string,
): { finding: Finding; api?: Api } {
  const path = pointer(['deployments', deployment, 'api'])
  const fill = { api: link(doc, id), stage, deployment }
  const pointed = read(doc, id, pointer(['stages', stage, 'deploymentId']))
  const snapshot = pointed.known ? read<Api | undefined>(doc, id, path) : pointed
  const canary = holes(doc, id, pointer(['stages', stage, 'canarySettings']))
  if (canary.length > 0)
    return {
      finding: asTurning(deployed.unknown('canary-not-visible', canary, [], { fact: 'canary not known', fill })),
      ...(snapshot.known && snapshot.value ? { api: snapshot.value } : {}),
    }
  if (!snapshot.known)
    return {
      finding: deployed.unknown('not-visible', snapshot.missing, [forbidden, { kind: 'response' }], {
        fact: 'not known',
        fill,
      }),
    }
  const parts = {
    fact: 'deployed',
    fill,
    evidence: [{ resource: id, path: pointer(['stages', stage, 'deploymentId']), value: deployment }],
  }
  if (!snapshot.value) return { finding: deployed.fail('missing', [forbidden], { ...parts, fact: 'no deployment' }) }
  const same = savedAs(api, snapshot.value, path)
  const finding = same
    ? deployed.pass(holes(doc, id, path).length > 0 ? 'same-so-far' : 'same', parts)
    : deployed.pass('differs', { ...parts, fact: 'older than saved' })
  return { finding, api: snapshot.value }
}

const compared = new WeakMap<Api, { saved: ResourceOf<'restApi'>; same: boolean }>()

/**
 * Whether saved and deployed are the same, but for parts of the snapshot that could not be read; kept per pair, since an
 * edit of something else shares both.
 */
function savedAs(saved: ResourceOf<'restApi'>, snapshot: Api, at: string): boolean {
  const known = compared.get(snapshot)
  if (known?.saved === saved) return known.same
  const unread = (key: string) => saved.notVisible?.some((hole) => covers(`${at}${pointer([key])}`, hole.path))
  const same = Object.keys(apiShape).every(
    (key) => unread(key) || JSON.stringify(saved[key]) === JSON.stringify(snapshot[key]),
  )
  compared.set(snapshot, { saved, same })
  return same
}
