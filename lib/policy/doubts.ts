/**
 * Points of which no page of AWS says how they are decided, or of which two pages say different things. An answer that
 * hangs on one is unknown and names it in `missing`; the sentence says what is open.
 */
export const doubts: Readonly<Record<string, string>> = {
  'rule:arn-form': 'An ARN operator compares something that has not the six parts of an ARN.',
  'rule:binary-form': 'BinaryEquals is not described for the keys of an API call.',
  'rule:bool-form': 'Bool compares something other than true and false.',
  'rule:cidr-form': 'A block of addresses in the policy is none.',
  'rule:cognito-silent':
    'With a user pool and a silent resource policy one AWS page denies the call and its table allows it.',
  'rule:domain-policy-caller': "Whether a custom domain's policy sees the signer of a call is not described.",
  'rule:element-case': 'An element name is spelt with other capitals than in the grammar.',
  'rule:empty-condition': 'An empty Condition is described in two ways that contradict each other.',
  'rule:empty-list': 'An empty list of actions or resources is described in two ways that contradict each other.',
  'rule:empty-string-value': 'What an empty text in a condition matches is not described.',
  'rule:empty-values': 'A condition key without values is described in two ways that contradict each other.',
  'rule:endpoint-policy-domain':
    'The endpoint policy covers only one of the custom domain name and the API; whether that is enough is not described.',
  'rule:foranyvalue-ifexists': 'ForAnyValue together with IfExists is not described for an absent key.',
  'rule:foranyvalue-negated': 'AWS advises against ForAnyValue with a negated operator and does not say what it gives.',
  'rule:ip-form': 'An IP operator compares something that is no address.',
  'rule:ipv4-mapped': 'How an IPv4 address written as ::ffff: compares is not described.',
  'rule:ipv6-without-prefix': 'Which prefix an IPv6 address without one has is described ambiguously.',
  'rule:multivalued-without-qualifier': 'A key with several values is tested without ForAllValues or ForAnyValue.',
  'rule:no-domain-policy': 'What a private custom domain name without a policy admits is not described.',
  'rule:non-ascii-ignore-case': 'Which letters beyond ASCII count as equal is not described.',
  'rule:notprincipal-account-only':
    "NotPrincipal lists only the caller's account; AWS says that the caller might be denied.",
  'rule:notprincipal-allow': 'NotPrincipal beside Allow is not supported.',
  'rule:notprincipal-partial': 'NotPrincipal lists the caller in part; AWS says that the caller might be denied.',
  'rule:notprincipal-star': 'NotPrincipal with "*" is not described.',
  'rule:null-form': 'Null has a value other than true or false.',
  'rule:null-with-qualifier': 'Null with ForAllValues or ForAnyValue is not described.',
  'rule:number-or-date-form': 'A numeric or date operator compares something of another form.',
  'rule:operator-case': 'A condition operator is spelt with other capitals than in the grammar.',
  'rule:resource-form':
    'A resource has not the six parts of an ARN, or stands in a short form that is not described here.',
  'rule:resource-policy-despite-limit':
    'Whether a permissions boundary or session policy limits what the resource policy allows depends on how it names the caller.',
  'rule:role-path': "The policy names a role with a path; a session's ARN does not show the path of its role.",
  'rule:session-name': 'The policy names one session of the role; which session signs is not known.',
  'rule:unresolved-variable':
    'A policy variable has no value in this call; AWS says that the statement might not count.',
  'rule:variable-before-fifth-colon': 'A policy variable stands before the last part of an ARN.',
  'rule:variable-for-operator': 'A policy variable stands where its operator takes none.',
  'rule:variable-multivalued': 'A policy variable has several values.',
  'rule:variable-syntax': 'A policy variable is written in a form that is not described.',
  'rule:wildcard-in-service': 'A wildcard stands in the service part of an action or ARN.',
  'rule:wildcard-in-variable-value': 'The value of a policy variable holds a wildcard.',
  'rule:wildcard-spans-colon': 'A wildcard in an ARN would have to reach over a colon to match.',
}
