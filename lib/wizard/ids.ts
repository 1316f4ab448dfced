/** Ids that look as AWS draws them, made from words, so that the same choices give the same document. */
export function idsOf(seed: string) {
  const digits = (word: string, base: number, length: number) => {
    let text = ''
    for (let round = 0; text.length < length; round++) text += fnv1a(`${seed}/${word}/${round}`).toString(base)
    return text.slice(0, length)
  }
  const ec2 = (prefix: string) => (word: string) => `${prefix}-0${digits(`${prefix}/${word}`, 16, 16)}`
  return {
    vpc: ec2('vpc'),
    subnet: ec2('subnet'),
    acl: ec2('acl'),
    table: ec2('rtb'),
    group: ec2('sg'),
    endpoint: ec2('vpce'),
    instance: ec2('i'),
    peering: ec2('pcx'),
    internetGateway: ec2('igw'),
    natGateway: ec2('nat'),
    privateGateway: ec2('vgw'),
    api: digits('api', 36, 10),
    link: digits('link', 36, 6),
    deployment: digits('deployment', 36, 6),
    apiResource: (path: string) => digits(`resource/${path}`, 36, 6),
    hash: (word: string) => digits(word, 16, 16),
    /** The part of an endpoint's DNS name that cannot be derived from its id. */
    random: (word: string) => digits(`random/${word}`, 36, 8),
    albNumber: digits('alb', 10, 10),
    task: (n: number) => digits(`task/${n}`, 16, 32),
  }
}

/** FNV-1a, 32 bits (https://www.rfc-editor.org/rfc/rfc9923). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}
