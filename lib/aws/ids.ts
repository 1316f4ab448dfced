/** The name in an ARN, and a longer word for when the name is taken. */
export function idPartsOf(arn: string): { name: string; unique: string } {
  const rest = arn.split(':').slice(5).join(':')
  const words = rest.split(/[/:]/)
  const last = words.at(-1) ?? arn
  // loadbalancer/net/NAME/HASH and targetgroup/NAME/HASH, service/CLUSTER/NAME, function:NAME
  if (/^(loadbalancer|targetgroup)\//.test(rest)) {
    const name = words.at(-2) ?? last
    return { name, unique: `${name}-${last}` }
  }
  return { name: last, unique: words.slice(1).join('-') }
}

/** What an ARN says of where its resource stands. */
export function placeOfArn(arn: string): { region: string; accountId: string } | undefined {
  const [prefix, , , region, accountId] = arn.split(':')
  return prefix === 'arn' && region !== undefined && accountId !== undefined ? { region, accountId } : undefined
}
