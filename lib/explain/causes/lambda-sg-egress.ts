import { is } from '../seen/seen'
import { defineCause } from './cause'

export const lambdaSgEgress = defineCause('lambda-sg-egress', {
  docs: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  says: {
    egress: 'The security group of the Lambda function lets nothing out on tcp {port}, so its call never leaves.',
  },
  checks: [{ check: 'security-group.egress', at: ['lambdaFunction'] }],
  fits(seen, verdict) {
    const lambda = seen.lambda || /lambda/i.test(seen.told)
    if (!lambda || !is(seen, 'timeout', 'no-answer')) return undefined
    return verdict.likely(seen.leads === 'public' ? 70 : 92, 'egress', { port: String(seen.to?.port ?? 443) })
  },
  tellApart: () => ({
    command:
      "aws ec2 describe-security-groups --group-ids $(aws lambda get-function-configuration --function-name FUNCTION --query 'VpcConfig.SecurityGroupIds' --output text)",
    ifSo: 'No entry of "IpPermissionsEgress" of the function\'s group covers tcp 443.',
    ifNot: 'An outbound entry covers tcp 443: look at the group of the endpoint.',
  }),
})
