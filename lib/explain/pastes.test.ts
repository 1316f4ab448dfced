import { describe, expect, it } from 'vitest'
import type { CauseId } from './causes/ids'
import { explain } from './explain'
import type { AnsweredBy } from './explanation'

interface Case {
  name: string
  paste: string
  first: CauseId
  verdict?: string
  by: AnsweredBy
  outcome: Record<string, unknown>
  request?: Record<string, unknown>
  also?: CauseId[]
  never?: CauseId[]
}

const eu = 'execute-api.eu-west-1.amazonaws.com'
const nlb = 'inner-nlb-77c0de1122aa3344.elb.eu-west-1.amazonaws.com'
const vpce = `vpce-0abc12345def67890-z1x2c3v4.execute-api.eu-west-1.vpce.amazonaws.com`

/** The lines of `curl -v` up to the answer. */
const connected = (host: string, address: string, path = '/prod/x') => `*   Trying ${address}:443...
* Connected to ${host} (${address}) port 443
* SSL connection using TLSv1.2 / ECDHE-RSA-AES128-GCM-SHA256
> GET ${path} HTTP/1.1
> Host: ${host}
> User-Agent: curl/8.5.0
> Accept: */*
>`
const refusal = (status: string, type: string, body: string) => `< HTTP/1.1 ${status}
< x-amzn-RequestId: 0c2d9c1e-7d55-4b0e-8a1f-5a3fd2b9e611
< x-amzn-ErrorType: ${type}
< x-amz-apigw-id: BQd1kHvZLjMFzAQ=
<
${body}`
const forbidden = refusal('403 Forbidden', 'ForbiddenException', '{"message":"Forbidden"}')
const missingToken = refusal(
  '403 Forbidden',
  'MissingAuthenticationTokenException',
  '{"message":"Missing Authentication Token"}',
)
const failing = (line: string, wait = '08') => `Execution log for request 7d0b6c2a-91f4-4c0e-a3b0-1c86e5fd9a10
Mon Mar 10 09:41:07 UTC 2025 : Starting execution for request: 7d0b6c2a-91f4-4c0e-a3b0-1c86e5fd9a10
Mon Mar 10 09:41:07 UTC 2025 : HTTP Method: GET, Resource Path: /inventory
Mon Mar 10 09:41:07 UTC 2025 : Endpoint request URI: https://stock.example.org:8443/inventory
Mon Mar 10 09:41:07 UTC 2025 : Sending request to https://stock.example.org:8443/inventory
Mon Mar 10 09:41:${wait} UTC 2025 : ${line}
Mon Mar 10 09:41:${wait} UTC 2025 : Method completed with status: 500`

const cases: Case[] = [
  {
    name: 'Forbidden alone',
    paste: '403 {"message":"Forbidden"}',
    first: 'no-such-stage',
    by: 'gateway',
    outcome: { kind: 'response', status: 403, body: '{"message":"Forbidden"}' },
    also: ['no-such-api', 'api-key-missing', 'endpoint-no-api-named', 'waf-blocked', 'public-api-through-private-dns'],
    never: ['resource-policy-explicit-deny', 'missing-signature'],
  },
  {
    name: 'no stage in the path',
    paste: `$ curl -v https://q8w7e6r5t4.${eu}/\n${connected(`q8w7e6r5t4.${eu}`, '10.0.1.9', '/')}\n${forbidden}`,
    first: 'no-such-stage',
    by: 'gateway',
    outcome: { status: 403, errorType: 'ForbiddenException', curlExitCode: 0 },
    request: { form: 'private-dns' },
  },
  {
    name: 'endpoint name without Host or header',
    paste: `$ curl -i https://${vpce}/prod/items\nHTTP/1.1 403 Forbidden\nx-amzn-ErrorType: ForbiddenException\nx-amz-apigw-id: x\n\n{"message":"Forbidden"}`,
    first: 'endpoint-no-api-named',
    verdict: 'certain',
    by: 'gateway',
    outcome: { status: 403 },
  },
  {
    name: 'a Regional API behind private DNS',
    paste: `[ec2-user@ip-10-0-1-20 ~]$ curl -v https://q8w7e6r5t4.${eu}/prod/x\n${connected(`q8w7e6r5t4.${eu}`, '10.0.1.9')}\n${forbidden}`,
    first: 'public-api-through-private-dns',
    by: 'gateway',
    outcome: { status: 403 },
    also: ['no-such-stage', 'no-such-api', 'api-key-missing'],
  },
  {
    name: 'an unknown API id in the header',
    paste: `$ curl -v https://${vpce}/prod/x -H 'x-apigw-api-id: zzzzzzzzzz'\n${connected(vpce, '10.0.1.9')}\n${forbidden}`,
    first: 'no-such-api',
    by: 'gateway',
    outcome: { status: 403 },
    request: { form: 'endpoint-header' },
  },
  {
    name: 'a key in no usage plan, by the log',
    paste: `(7d0b6c2a-91f4-4c0e-a3b0-1c86e5fd9a10) Extended Request Id: BQd1kHvZLjMFzAQ=
(7d0b6c2a-91f4-4c0e-a3b0-1c86e5fd9a10) Verifying Usage Plan for request: 7d0b6c2a-91f4-4c0e-a3b0-1c86e5fd9a10. API Key: API Stage: q8w7e6r5t4/prod
(7d0b6c2a-91f4-4c0e-a3b0-1c86e5fd9a10) API Key ******* not authorized because method 'GET /x' requires API Key and API Key is not associated with a Usage Plan for API Stage q8w7e6r5t4/prod: No Usage Plan found for key and API Stage`,
    first: 'api-key-missing',
    verdict: 'certain',
    by: 'gateway',
    outcome: { kind: 'response', status: 403, body: '{"message":"Forbidden"}' },
    request: { api: 'q8w7e6r5t4' },
  },
  {
    name: 'AWS WAF, by the access log',
    paste:
      '{"requestId":"a","ip":"198.51.100.7","httpMethod":"GET","resourcePath":"/x","status":"403","responseType":"WAF_FILTERED","wafStatus":"403","errorMessage":"Forbidden"}',
    first: 'waf-blocked',
    verdict: 'certain',
    by: 'gateway',
    outcome: { kind: 'response', status: 403 },
    request: { method: 'GET', path: '/x' },
  },
  {
    name: 'a custom domain with the stage once more',
    paste: `$ curl -i https://api.example.org/orders/dev/list\nHTTP/2 403\nx-amzn-errortype: MissingAuthenticationTokenException\nx-amz-apigw-id: x\n\n{"message":"Missing Authentication Token"}`,
    first: 'stage-repeated-in-custom-domain',
    by: 'gateway',
    outcome: { status: 403 },
    request: { form: 'custom-domain' },
  },
  {
    name: 'no such path',
    paste: `$ curl -v https://q8w7e6r5t4.${eu}/prod/nope\n${connected(`q8w7e6r5t4.${eu}`, '10.0.1.9', '/prod/nope')}\n${missingToken}`,
    first: 'no-such-resource-or-method',
    by: 'gateway',
    outcome: { errorType: 'MissingAuthenticationTokenException' },
    also: ['resource-not-deployed', 'missing-signature'],
    never: ['no-such-stage', 'resource-policy-implicit-deny'],
  },
  {
    name: 'a resource policy without an Allow',
    paste: `$ curl -v https://q8w7e6r5t4.${eu}/prod/x\n${connected(`q8w7e6r5t4.${eu}`, '10.0.1.9')}\n${refusal('403 Forbidden', 'AccessDeniedException', `{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********3333:q8w7e6r5t4/prod/GET/x because no resource-based policy allows the execute-api:Invoke action"}`)}`,
    first: 'resource-policy-implicit-deny',
    verdict: 'certain',
    by: 'gateway',
    outcome: { errorType: 'AccessDeniedException' },
    also: ['resource-policy-sourceip-on-private', 'stale-deployment'],
    never: ['endpoint-policy-implicit-deny', 'resource-policy-explicit-deny'],
  },
  {
    name: 'a signature that is too old',
    paste:
      'HTTP/1.1 403 Forbidden\nx-amzn-ErrorType: InvalidSignatureException\n\n{"message":"Signature expired: 20240319T154421Z is now earlier than 20240319T160000Z (20240319T160500Z - 5 min.)"}',
    first: 'signature-expired',
    verdict: 'certain',
    by: 'gateway',
    outcome: { status: 403 },
    never: ['wrong-secret', 'signature-host-mismatch'],
  },
  {
    name: 'the default name on premises',
    paste: `PS C:\\Users\\jdoe> nslookup q8w7e6r5t4.${eu}
Server:  dc01.corp.example
Address:  192.168.10.5

*** dc01.corp.example can't find q8w7e6r5t4.${eu}: Non-existent domain
PS C:\\Users\\jdoe> curl.exe -v https://q8w7e6r5t4.${eu}/prod/x
* Could not resolve host: q8w7e6r5t4.${eu}
* Closing connection
curl: (6) Could not resolve host: q8w7e6r5t4.${eu}`,
    first: 'onprem-no-private-dns',
    by: 'network',
    outcome: { kind: 'dns', curlExitCode: 6 },
    also: ['dns-no-private-answer'],
    never: ['dns-wrong-suffix', 'endpoint-sg-443'],
  },
  {
    name: 'the default name in a VPC without private DNS',
    paste: `[ec2-user@ip-10-0-1-20 ~]$ dig q8w7e6r5t4.${eu}

; <<>> DiG 9.16.1 <<>> q8w7e6r5t4.${eu}
;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1
;; QUESTION SECTION:
;q8w7e6r5t4.${eu}. IN A
;; SERVER: 10.0.0.2#53(10.0.0.2)`,
    first: 'dns-no-private-answer',
    by: 'network',
    outcome: { kind: 'dns' },
  },
  {
    name: 'a resolver that drops private answers',
    paste: `$ nslookup ${vpce} 192.168.1.1
Server:		192.168.1.1
Address:	192.168.1.1#53

*** Can't find ${vpce}: No answer
$ nslookup ${vpce} 8.8.8.8
Server:		8.8.8.8
Address:	8.8.8.8#53

Non-authoritative answer:
Name:	${vpce}
Address: 10.0.1.9
$ curl https://${vpce}/prod/x -H 'x-apigw-api-id: q8w7e6r5t4'
curl: (6) Could not resolve host: ${vpce}`,
    first: 'resolver-drops-private-answers',
    verdict: 'certain',
    by: 'network',
    outcome: { kind: 'dns' },
  },
  {
    name: 'a certificate that is out of date',
    paste:
      'curl https://api.example.org/orders\ncurl: (60) SSL certificate problem: certificate has expired\nMore details here: https://curl.se/docs/sslcerts.html',
    first: 'tls-certificate-expired',
    by: 'client',
    outcome: { kind: 'tls', curlExitCode: 60 },
  },
  {
    name: 'https to a plain port',
    paste: `$ curl -v https://${nlb}:8080/x\n*   Trying 10.0.1.9:8080...\n* Connected to ${nlb} (10.0.1.9) port 8080\ncurl: (35) error:1408F10B:SSL routines:ssl3_get_record:wrong version number`,
    first: 'https-to-plain-http-port',
    by: 'client',
    outcome: { kind: 'tls', curlExitCode: 35 },
  },
  {
    name: 'a Lambda function whose call never leaves',
    paste: `START RequestId: 7d0b6c2a-91f4-4c0e-a3b0-1c86e5fd9a10 Version: $LATEST
{"errorMessage":"HTTPSConnectionPool(host='q8w7e6r5t4.${eu}', port=443): Max retries exceeded with url: /prod/x (Caused by ConnectTimeoutError(<urllib3.connection.HTTPSConnection object at 0x7f>, 'Connection to q8w7e6r5t4.${eu} timed out. (connect timeout=5)'))","errorType":"ConnectTimeout","stackTrace":["  File \\"/var/task/app.py\\", line 9, in handler\\n    r = requests.get(url, timeout=5)\\n"]}
REPORT RequestId: 7d0b6c2a-91f4-4c0e-a3b0-1c86e5fd9a10 Duration: 5020.11 ms`,
    first: 'lambda-sg-egress',
    by: 'network',
    outcome: { kind: 'timeout' },
    request: { url: `https://q8w7e6r5t4.${eu}/prod/x` },
    also: ['endpoint-sg-443'],
  },
  {
    name: 'a public address and no way out',
    paste: `$ curl -v https://q8w7e6r5t4.${eu}/prod/x
*   Trying 52.16.20.30:443...
* connect to 52.16.20.30 port 443 failed: Connection timed out
* Failed to connect to q8w7e6r5t4.${eu} port 443 after 130211 ms: Couldn't connect to server
curl: (28) Failed to connect to q8w7e6r5t4.${eu} port 443 after 130211 ms: Couldn't connect to server`,
    first: 'no-route-to-public-address',
    by: 'network',
    outcome: { kind: 'timeout', curlExitCode: 28 },
    also: ['dns-no-private-answer'],
  },
  {
    name: 'a port on which nothing listens',
    paste: `$ curl https://${nlb}/x\ncurl: (7) Failed to connect to ${nlb} port 443 after 3 ms: Couldn't connect to server`,
    first: 'port-closed',
    by: 'network',
    outcome: { kind: 'refused', curlExitCode: 7 },
    never: ['endpoint-sg-443', 'nacl'],
  },
  {
    name: 'a load balancer without a listener there',
    paste: `$ curl -v --connect-timeout 5 https://${nlb}:9443/x
*   Trying 10.0.1.9:9443...
* Connection timed out after 5001 milliseconds
curl: (28) Connection timed out after 5001 milliseconds`,
    first: 'no-listener-on-port',
    by: 'network',
    outcome: { kind: 'timeout' },
    also: ['target-drops-packets', 'client-ip-preservation'],
  },
  {
    name: 'a link that failed',
    paste: failing(
      'Execution failed due to configuration error: There was an internal error while executing your request',
    ),
    first: 'vpc-link-failed',
    by: 'gateway',
    outcome: { status: 500, body: '{"message": "Internal server error"}' },
    request: { path: '/inventory' },
    also: ['target-drops-packets', 'no-listener-on-port'],
  },
  {
    name: 'packets that nobody answers behind the link',
    paste: failing(
      'Execution failed due to configuration error: There was an internal error while executing your request',
      '17',
    ),
    first: 'target-drops-packets',
    by: 'gateway',
    outcome: { status: 500 },
    also: ['vpc-link-failed'],
  },
  {
    name: 'a backend that closes the connection',
    paste: failing('Execution failed due to a network error communicating with endpoint: Connection is closed').replace(
      'status: 500',
      'status: 504',
    ),
    first: 'backend-closed-connection',
    by: 'gateway',
    outcome: { status: 504, body: '{"message": "Network error communicating with endpoint"}' },
  },
  {
    name: 'a slow backend',
    paste: '{"message": "Endpoint request timed out"}',
    first: 'integration-slow-backend',
    by: 'gateway',
    outcome: { status: 504 },
  },
  {
    name: 'a zone without targets',
    paste: `$ for i in 1 2 3 4; do curl -s -o /dev/null -w '%{http_code}\\n' https://q8w7e6r5t4.${eu}/prod/x; done\n200\n504\n200\n504`,
    first: 'nlb-zone-without-target',
    by: 'gateway',
    outcome: { status: 504 },
  },
  {
    name: 'a task that the registry still lists',
    paste: `$ curl -i https://h1t2t3p4a5.${eu}/orders
HTTP/2 200
apigw-requestid: a

ok
$ curl -i https://h1t2t3p4a5.${eu}/orders
HTTP/2 503
content-type: application/json
apigw-requestid: b

{"message":"Service Unavailable"}`,
    first: 'stale-cloud-map-instance',
    by: 'gateway',
    outcome: { status: 503 },
  },
  {
    name: 'a link that was idle',
    paste: `{"VpcLinkId":"abc123","Name":"l","SecurityGroupIds":[],"SubnetIds":[],"VpcLinkStatus":"INACTIVE","VpcLinkVersion":"V2"}
$ curl -i https://h1t2t3p4a5.${eu}/orders
HTTP/2 503
apigw-requestid: b

{"message":"Service Unavailable"}`,
    first: 'vpc-link-v2-inactive',
    verdict: 'certain',
    by: 'gateway',
    outcome: { status: 503 },
  },
  {
    name: 'a proxy that says no',
    paste: `$ curl -v https://q8w7e6r5t4.${eu}/prod/x
* Uses proxy env variable https_proxy == 'http://proxy.corp.example:3128'
*   Trying 10.9.9.9:3128...
* Connected to proxy.corp.example (10.9.9.9) port 3128
> CONNECT q8w7e6r5t4.${eu}:443 HTTP/1.1
< HTTP/1.1 403 Forbidden
< Server: squid/5.2
<
* CONNECT tunnel failed, response 403
curl: (56) CONNECT tunnel failed, response 403`,
    first: 'went-through-a-proxy',
    by: 'unknown',
    outcome: { curlExitCode: 56 },
  },
  {
    name: 'a proxy that opens TLS',
    paste: `$ curl https://q8w7e6r5t4.${eu}/prod/x\ncurl: (60) SSL certificate problem: self-signed certificate in certificate chain`,
    first: 'went-through-a-proxy',
    by: 'client',
    outcome: { kind: 'tls' },
    never: ['tls-certificate-expired'],
  },
  {
    name: 'mutual TLS',
    paste:
      'curl https://api.example.org/orders\ncurl: (56) OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0',
    first: 'mutual-tls',
    by: 'client',
    outcome: { kind: 'tls', curlExitCode: 56 },
  },
  {
    name: 'Node.js and a certificate that does not fit',
    paste: `Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: Host: ${nlb}. is not in the cert's altnames: DNS:*.${eu}
  config: { url: 'https://${nlb}/prod/x', method: 'get' }
AxiosError`,
    first: 'tls-name-mismatch-passthrough',
    by: 'client',
    outcome: { kind: 'tls' },
    request: { url: `https://${nlb}/prod/x`, method: 'GET' },
  },
  {
    name: 'Go and a name that does not resolve',
    paste: `Get "https://q8w7e6r5t4.${eu}/prod/x": dial tcp: lookup q8w7e6r5t4.${eu} on 10.0.0.2:53: no such host`,
    first: 'dns-no-private-answer',
    by: 'network',
    outcome: { kind: 'dns' },
    request: { method: 'GET', url: `https://q8w7e6r5t4.${eu}/prod/x` },
  },
  {
    name: 'Java and a connection that is refused',
    paste: `java.net.ConnectException: Connection refused (Connection refused)\n\tat org.example.Client.call(Client.java:31)`,
    first: 'port-closed',
    by: 'network',
    outcome: { kind: 'refused' },
  },
  {
    name: 'PowerShell with Forbidden',
    paste: `PS C:\\> Invoke-WebRequest -Uri "https://${vpce}/prod/items" -Headers @{ "x-apigw-api-id" = "q8w7e6r5t4" } -Method Get
Invoke-WebRequest : {"message":"Forbidden"}
At line:1 char:1
+ CategoryInfo : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-WebRequest], WebException`,
    first: 'no-such-api',
    by: 'gateway',
    outcome: { kind: 'response', status: 403, body: '{"message":"Forbidden"}' },
    request: { method: 'GET', url: `https://${vpce}/prod/items`, form: 'endpoint-header' },
  },
  {
    name: 'cmd with its continuation signs',
    paste: `C:\\> curl -v ^\r\n  -H "x-apigw-api-id: q8w7e6r5t4" ^\r\n  "https://${vpce}/"\r\n${connected(vpce, '10.0.1.9', '/')}\r\n${forbidden}`,
    first: 'no-such-stage',
    by: 'gateway',
    outcome: { status: 403 },
    request: { url: `https://${vpce}/`, method: 'GET', form: 'endpoint-header' },
  },
  {
    name: 'a console test that cannot verify the name',
    paste: `$ aws apigateway test-invoke-method --rest-api-id v944po9kjb --resource-id abc123 --http-method GET
${JSON.stringify({
  status: 500,
  body: '{"message": "Internal server error"}',
  headers: { 'x-amzn-ErrorType': 'InternalServerErrorException' },
  log: failing(
    `Execution failed due to configuration error: Host name '${nlb}' does not match the certificate subject provided by the peer (CN=*.${eu})`,
  ),
  latency: 31,
})}`,
    first: 'integration-tls-name',
    verdict: 'certain',
    by: 'gateway',
    outcome: { kind: 'response', status: 500 },
    request: { api: 'v944po9kjb', method: 'GET', tool: 'test-invoke-method' },
  },
  {
    name: 'an inner refusal handed on by a proxy integration',
    paste: `$ curl -i https://q8w7e6r5t4.${eu}/prod/chain
HTTP/1.1 403 Forbidden
x-amzn-RequestId: 1
x-amzn-Remapped-x-amzn-RequestId: 2
x-amzn-Remapped-Content-Length: 23
x-amzn-ErrorType: ForbiddenException
x-amz-apigw-id: x

{"message":"Forbidden"}`,
    first: 'inner-no-such-stage',
    by: 'backend',
    outcome: { status: 403 },
    also: ['inner-api-key-missing', 'endpoint-no-api-named'],
    never: ['resource-policy-explicit-deny', 'no-such-stage'],
  },
]

describe('pastes', () => {
  for (const wanted of cases)
    it(wanted.name, () => {
      const { calls } = explain(wanted.paste)
      expect(calls).toHaveLength(1)
      const [call] = calls
      const ids = call?.causes.map((c) => c.id) ?? []
      expect(ids[0]).toBe(wanted.first)
      if (wanted.verdict) expect(call?.causes[0]?.verdict).toBe(wanted.verdict)
      else expect(call?.causes[0]?.verdict).not.toBe('possible')
      expect(call?.answeredBy).toBe(wanted.by)
      expect(call?.outcome).toMatchObject(wanted.outcome)
      expect(call?.request ?? {}).toMatchObject(wanted.request ?? {})
      expect(ids).toEqual(expect.arrayContaining(wanted.also ?? []))
      for (const id of wanted.never ?? []) expect(ids).not.toContain(id)
    })
})
