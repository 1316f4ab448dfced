// Written by npm run schema from lib/topology/kinds.
import type { KindFields } from './fieldTable'
import type { Kind } from './kinds'

export const fieldsOf: Record<Kind, KindFields> = {
  "account": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "accountId",
      "organizationId",
      "organizationPaths",
      "icpLicence"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "vpc": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "cidrBlocks",
      "enableDnsSupport",
      "enableDnsHostnames",
      "dhcpOptions"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "subnet": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "vpc",
      "cidrBlock",
      "availabilityZone",
      "availabilityZoneId",
      "routeTable",
      "networkAcl"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "vpc"
        ],
        "kinds": [
          "vpc"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "routeTable"
        ],
        "kinds": [
          "routeTable"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "networkAcl"
        ],
        "kinds": [
          "networkAcl"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "routeTable": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "vpc",
      "main",
      "routes"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "vpc"
        ],
        "kinds": [
          "vpc"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "routes",
          "*",
          "destination"
        ],
        "kinds": [
          "managedPrefixList"
        ],
        "words": [],
        "open": true
      },
      {
        "steps": [
          "routes",
          "*",
          "target"
        ],
        "kinds": [
          "gateway",
          "vpcPeeringConnection",
          "transitGateway"
        ],
        "words": [
          "local"
        ],
        "open": false
      }
    ]
  },
  "networkAcl": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "vpc",
      "isDefault",
      "entries"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "vpc"
        ],
        "kinds": [
          "vpc"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "securityGroup": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "vpc",
      "ipPermissions",
      "ipPermissionsEgress"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "vpc"
        ],
        "kinds": [
          "vpc"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "ipPermissions",
          "*",
          "groups",
          "*"
        ],
        "kinds": [
          "securityGroup"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "ipPermissions",
          "*",
          "prefixLists",
          "*"
        ],
        "kinds": [
          "managedPrefixList"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "ipPermissionsEgress",
          "*",
          "groups",
          "*"
        ],
        "kinds": [
          "securityGroup"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "ipPermissionsEgress",
          "*",
          "prefixLists",
          "*"
        ],
        "kinds": [
          "managedPrefixList"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "managedPrefixList": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "entries"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "gateway": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "type",
      "vpc",
      "subnet",
      "state"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "vpc"
        ],
        "kinds": [
          "vpc"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "subnet"
        ],
        "kinds": [
          "subnet"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "vpcPeeringConnection": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "requester",
      "accepter",
      "status",
      "allowDnsResolution"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "requester"
        ],
        "kinds": [
          "vpc"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "accepter"
        ],
        "kinds": [
          "vpc"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "transitGateway": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "securityGroupReferencingSupport",
      "attachments"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "attachments",
          "*",
          "to"
        ],
        "kinds": [
          "vpc",
          "network"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "attachments",
          "*",
          "subnets",
          "*"
        ],
        "kinds": [
          "subnet"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "attachments",
          "*",
          "routes",
          "*",
          "to"
        ],
        "kinds": [
          "vpc",
          "network"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "network": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "cidrs",
      "via",
      "link",
      "dns",
      "internetEgress"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "via"
        ],
        "kinds": [
          "gateway",
          "transitGateway"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "dns",
          "forwards",
          "*",
          "to"
        ],
        "kinds": [
          "resolverEndpoint"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "hostedZone": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "zoneName",
      "vpcs",
      "records"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "vpcs",
          "*"
        ],
        "kinds": [
          "vpc"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "resolverRule": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "domainName",
      "ruleType",
      "targetIps",
      "vpcs"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "vpcs",
          "*"
        ],
        "kinds": [
          "vpc"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "resolverEndpoint": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "direction",
      "vpc",
      "addresses",
      "securityGroups"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "vpc"
        ],
        "kinds": [
          "vpc"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "addresses",
          "*",
          "subnet"
        ],
        "kinds": [
          "subnet"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "securityGroups",
          "*"
        ],
        "kinds": [
          "securityGroup"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "client": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "place",
      "address",
      "securityGroups",
      "caller",
      "dns",
      "pinned",
      "tunnel",
      "trusts",
      "signsHostOf",
      "sourceNat"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "place"
        ],
        "kinds": [
          "subnet",
          "network"
        ],
        "words": [
          "internet"
        ],
        "open": false
      },
      {
        "steps": [
          "securityGroups",
          "*"
        ],
        "kinds": [
          "securityGroup"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "caller"
        ],
        "kinds": [
          "principal"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "dns",
          "forwards",
          "*",
          "to"
        ],
        "kinds": [
          "resolverEndpoint"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "tunnel",
          "leavesAt"
        ],
        "kinds": [
          "instance",
          "client"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "instance": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "subnet",
      "privateIpAddress",
      "securityGroups",
      "caller",
      "pinned",
      "signsHostOf",
      "software"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "subnet"
        ],
        "kinds": [
          "subnet"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "securityGroups",
          "*"
        ],
        "kinds": [
          "securityGroup"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "caller"
        ],
        "kinds": [
          "principal"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "lambdaFunction": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "subnets",
      "securityGroups",
      "invokableBy",
      "software"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "subnets",
          "*"
        ],
        "kinds": [
          "subnet"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "securityGroups",
          "*"
        ],
        "kinds": [
          "securityGroup"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "principal": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "identityPolicies",
      "permissionsBoundary",
      "sessionPolicies",
      "organizationId"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "vpcEndpoint": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "vpc",
      "vpcEndpointType",
      "serviceName",
      "state",
      "ipAddressType",
      "privateDnsEnabled",
      "policyDocument",
      "securityGroups",
      "networkInterfaces",
      "dnsEntries"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "vpc"
        ],
        "kinds": [
          "vpc"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "securityGroups",
          "*"
        ],
        "kinds": [
          "securityGroup"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "networkInterfaces",
          "*",
          "subnet"
        ],
        "kinds": [
          "subnet"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "domainName": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "domainName",
      "type",
      "domainNameId",
      "domainNameStatus",
      "certificate",
      "policy",
      "managementPolicy",
      "securityPolicy",
      "endpointAccessMode",
      "routingMode",
      "targetDomainName",
      "basePathMappings",
      "routingRules",
      "accessAssociations"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "basePathMappings",
          "*",
          "restApi"
        ],
        "kinds": [
          "restApi"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "routingRules",
          "*",
          "restApi"
        ],
        "kinds": [
          "restApi"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "accessAssociations",
          "*",
          "vpcEndpoint"
        ],
        "kinds": [
          "vpcEndpoint"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "restApi": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "policy",
      "endpointConfiguration",
      "disableExecuteApiEndpoint",
      "securityPolicy",
      "endpointAccessMode",
      "apiKeySource",
      "resources",
      "authorizers",
      "requestValidators",
      "models",
      "gatewayResponses",
      "apiStatus",
      "deployments",
      "stages"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "endpointConfiguration",
          "vpcEndpointIds",
          "*"
        ],
        "kinds": [
          "vpcEndpoint"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "resources",
          "*",
          "methods",
          "*",
          "integration",
          "connection"
        ],
        "kinds": [
          "vpcLink"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "resources",
          "*",
          "methods",
          "*",
          "integration",
          "integrationTarget"
        ],
        "kinds": [
          "loadBalancer"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "resources",
          "*",
          "methods",
          "*",
          "integration",
          "function"
        ],
        "kinds": [
          "lambdaFunction"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "deployments",
          "*",
          "api",
          "endpointConfiguration",
          "vpcEndpointIds",
          "*"
        ],
        "kinds": [
          "vpcEndpoint"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "deployments",
          "*",
          "api",
          "resources",
          "*",
          "methods",
          "*",
          "integration",
          "connection"
        ],
        "kinds": [
          "vpcLink"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "deployments",
          "*",
          "api",
          "resources",
          "*",
          "methods",
          "*",
          "integration",
          "integrationTarget"
        ],
        "kinds": [
          "loadBalancer"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "deployments",
          "*",
          "api",
          "resources",
          "*",
          "methods",
          "*",
          "integration",
          "function"
        ],
        "kinds": [
          "lambdaFunction"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "stages",
          "*",
          "webAcl"
        ],
        "kinds": [
          "webAcl"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "usagePlan": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "apiStages",
      "apiKeys",
      "throttle",
      "quota"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "apiStages",
          "*",
          "restApi"
        ],
        "kinds": [
          "restApi"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "webAcl": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "defaultAction",
      "rules"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "vpcLink": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "version",
      "target",
      "subnets",
      "securityGroups",
      "status",
      "statusMessage",
      "endpointConnection"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "target"
        ],
        "kinds": [
          "loadBalancer"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "subnets",
          "*"
        ],
        "kinds": [
          "subnet"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "securityGroups",
          "*"
        ],
        "kinds": [
          "securityGroup"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "loadBalancer": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "type",
      "scheme",
      "vpc",
      "state",
      "dnsName",
      "ipAddressType",
      "availabilityZones",
      "securityGroups",
      "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic",
      "attributes",
      "listeners"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "vpc"
        ],
        "kinds": [
          "vpc"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "availabilityZones",
          "*",
          "subnet"
        ],
        "kinds": [
          "subnet"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "securityGroups",
          "*"
        ],
        "kinds": [
          "securityGroup"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "listeners",
          "*",
          "rules",
          "*",
          "action",
          "targetGroups",
          "*",
          "targetGroup"
        ],
        "kinds": [
          "targetGroup"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "listeners",
          "*",
          "default",
          "targetGroups",
          "*",
          "targetGroup"
        ],
        "kinds": [
          "targetGroup"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "targetGroup": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "vpc",
      "targetType",
      "protocol",
      "port",
      "healthCheck",
      "attributes",
      "targets"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "vpc"
        ],
        "kinds": [
          "vpc"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "targets",
          "*",
          "of",
          "vpcEndpoint"
        ],
        "kinds": [
          "vpcEndpoint"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "targets",
          "*",
          "of",
          "subnet"
        ],
        "kinds": [
          "subnet"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "targets",
          "*",
          "of",
          "ecsService"
        ],
        "kinds": [
          "ecsService"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "targets",
          "*",
          "of",
          "instance"
        ],
        "kinds": [
          "instance"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "targets",
          "*",
          "of",
          "loadBalancer"
        ],
        "kinds": [
          "loadBalancer"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "ecsService": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "cluster",
      "launchType",
      "status",
      "desiredCount",
      "runningCount",
      "pendingCount",
      "deployments",
      "loadBalancers",
      "healthCheckGracePeriodSeconds",
      "assignPublicIp",
      "subnets",
      "securityGroups",
      "tasks",
      "software"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "loadBalancers",
          "*",
          "targetGroup"
        ],
        "kinds": [
          "targetGroup"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "subnets",
          "*"
        ],
        "kinds": [
          "subnet"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "securityGroups",
          "*"
        ],
        "kinds": [
          "securityGroup"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "tasks",
          "*",
          "subnet"
        ],
        "kinds": [
          "subnet"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "httpEndpoint": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "host",
      "addresses",
      "software"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      }
    ]
  },
  "otherApi": {
    "fields": [
      "kind",
      "name",
      "physicalId",
      "arn",
      "account",
      "region",
      "tags",
      "notVisible",
      "type",
      "routes"
    ],
    "references": [
      {
        "steps": [
          "account"
        ],
        "kinds": [
          "account"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "routes",
          "*",
          "connection"
        ],
        "kinds": [
          "vpcLink"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "routes",
          "*",
          "targets",
          "*",
          "of",
          "vpcEndpoint"
        ],
        "kinds": [
          "vpcEndpoint"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "routes",
          "*",
          "targets",
          "*",
          "of",
          "subnet"
        ],
        "kinds": [
          "subnet"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "routes",
          "*",
          "targets",
          "*",
          "of",
          "ecsService"
        ],
        "kinds": [
          "ecsService"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "routes",
          "*",
          "targets",
          "*",
          "of",
          "instance"
        ],
        "kinds": [
          "instance"
        ],
        "words": [],
        "open": false
      },
      {
        "steps": [
          "routes",
          "*",
          "targets",
          "*",
          "of",
          "loadBalancer"
        ],
        "kinds": [
          "loadBalancer"
        ],
        "words": [],
        "open": false
      }
    ]
  }
}
