/** Why a field that is read is not changed here. */
export const notChanged: readonly [field: RegExp, reason: string][] = [
  [/\/kind$/, 'Of another kind it is another resource, with other fields.'],
  [/\/account$/, 'The chain has one account; the account itself is changed by its id.'],
  [/\/default\/type$/, 'Another type of action has other fields.'],
  [/\/connectionType$/, 'Over a link an integration names one: that is a second field.'],
  [/\/caller$/, 'It names a principal, of which the chain has none.'],
  [/\/webAcl$/, 'It names a web ACL, of which the chain has none.'],
]

/** Why a change leaves the prediction as it is. */
export const noEffect: readonly [field: RegExp, reason: string][] = [
  [/\/(physicalId|name)$/, 'What a resource is called is shown; nothing is decided by it here.'],
  [
    /\/(availabilityZoneId|routeTable)$|\/routes\/\d+\/destination$|\/rtb-[^/]+\/notVisible$/,
    'Everything is in one VPC: the local route leads.',
  ],
  [
    /vpce-080[^/]*\/networkInterfaces\/\d\/privateIpAddress$/,
    'The endpoint is called by name: DNS gives whatever it has.',
  ],
  [/\/acl-[^/]+\/entries\/[13]\//, 'The last entry denies what an earlier one has let through.'],
  [/\/entries\/\d\/ruleNumber$/, 'The order of the entries stays.'],
  [/\/toPort$|\/fromPort$/, 'The range is wider, and still holds the port.'],
  [/subnet-0b[^/]+\/networkAcl$/, 'The other network ACL lets through what this one does.'],
  [/\/vpcEndpointIds\/\d$/, 'An association makes an alias: the call does not use it.'],
  [/\/disableExecuteApiEndpoint$/, 'The stage keeps what it took over at its deployment: its own flag counts.'],
  [/\/securityPolicy$/, 'Saved and deployed alike, and the caller speaks every version that it asks for.'],
  [/\/timeoutInMillis$/, 'Nobody stated that the backend takes time.'],
  [/\/resources\/[^/]+\/resources\/(?!p2vpcp|8hwj4v)/, 'Another route of the API than the one that is called.'],
  [
    /\/availabilityZones\/\d\/subnet$/,
    'The addresses of the nodes stand beside it; another subnet of the same VPC changes none.',
  ],
  [/subnet-0a[^/]+\/vpc$/, 'Where an interface stands is read off the endpoint and the load balancer.'],
  [/-tg2?\/(vpc|port|targetType)$/, 'What is registered has its own address and port.'],
  [/web-app-fargate-nlb-consumer\//, 'A load balancer that the call does not pass.'],
  [/client-provider\/|subnet-0a0000000000000c1\//, 'The place of another caller.'],
  [/webpage\.example\.com\//, 'A backend of another route.'],
  [/\/rolloutState$|\/desiredCount$|\/stoppedReason$|\/statusMessage$/, 'It explains a fault where there is one.'],
  [/\/software\/answers\//, 'What the application answers is no matter of getting through.'],
  [/\/signsHostOf$/, 'The call is not signed.'],
  [/\/prefixLists$/, 'An empty list admits nobody else.'],
  [/\/(apiKeySource|authorizers|requestValidators|models)$/, 'No method that is called names it.'],
  [/\/(gatewayResponses|mayShape)$/, 'It shapes a refusal, and nothing refuses.'],
  [/\/variables$/, 'No integration names a stage variable.'],
  [/\/integration\/function$/, 'Only an integration of AWS calls a function.'],
  [/minimum_healthy_targets/, 'All targets are healthy.'],
  [/\/enforceSecurityGroupInboundRulesOnPrivateLinkTraffic$/, 'The load balancer has no security groups to enforce.'],
]

/** Checks whose stop no change of the call or of the topology can be proved to mend, and why. */
export const noFix: Readonly<Record<string, string>> = {
  'api-selection.api': 'Which of several APIs is meant only the caller knows.',
  'api-selection.endpoint-type': 'A public API is not behind an endpoint; the chain has no other way to it.',
  'authorization.signed': 'Who could sign is not in the topology, or an API signs nothing for the one in front.',
  'dns.name': 'The endpoint that the VPC has is for another service: a new one has an id and addresses of its own.',
  'endpoint.service': 'A new endpoint has an id and addresses of its own.',
  'endpoint.state': 'A new endpoint has an id and addresses of its own.',
  'integration.timeout': 'AWS takes no longer timeout without a quota.',
  'load-balancer.listener':
    'Which target group is meant is not known, or the port is taken by a listener of another protocol.',
  'load-balancer.rule': 'What a rule answers by itself may be meant.',
  'load-balancer.state': 'The state is what AWS shows, not what is set.',
  'network-acl.enters': 'Before the first number there is no room for an entry.',
  'network-acl.leaves': 'Before the first number there is no room for an entry.',
  'route.address': 'The hosts file of the caller is no part of AWS.',
  'service.running': 'What stops the tasks the topology does not say.',
  'stage.deployed': 'Which deployment the canary should serve is not known.',
  'tls.speaks': 'Whether the caller or the server should change is not known, and no name stands on both.',
  'vpc-link.status': 'The state is what AWS shows, not what is set.',
}
