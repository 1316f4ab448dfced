import { callerPlaces, firstChoices, integrationKinds } from '@/lib/wizard/words'

const words = (table: object) => Object.keys(table).join(', ')

/** The help on the file of choices. */
export const choicesHelp = `  --wizard FILE.yaml   a chain made from choices; FILE holds (\`-\` is standard input):

      name: ${firstChoices.name}
      region: ${firstChoices.region}
      account: "${firstChoices.account}"
      callerAccount: "444455556666"   # of the caller in own-vpc; optional
      callers: [same-vpc]             # of ${words(callerPlaces)}
      paths: [{ method: GET, path: "/orders/{id}" }]
      integration: HTTP_PROXY         # one of ${words(integrationKinds)}
      link: V1                        # or V2, for HTTP and HTTP_PROXY
      stage: prod
`
