/**
 * curl's options (https://curl.se/docs/manpage.html), as `long`, `short:long`, with `=` when a value follows.
 * Three sorts: those that shape the call, those that only shape what curl prints or keeps, and those whose effect
 * on a call is not followed here, each with the sentence that says so.
 */
const shaping = `
  X:request= H:header= d:data= data-ascii= data-raw= data-binary= data-urlencode= json= G:get I:head T:upload-file=
  F:form= form-string= url= url-query= A:user-agent= e:referer= r:range= b:cookie= u:user= oauth2-bearer= aws-sigv4=
  k:insecure resolve= connect-to= tls-max= 1:tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 cacert= L:location location-trusted
  m:max-time= connect-timeout= g:globoff path-as-is ::next`

const printing = `
  v:verbose s:silent S:show-error i:include o:output= O:remote-name remote-name-all J:remote-header-name output-dir=
  create-dirs create-file-mode= no-clobber clobber remove-on-error skip-existing out-null D:dump-header= w:write-out=
  #:progress-bar progress-meter stderr= trace= trace-ascii= trace-time trace-ids trace-config= styled-output N:buffer
  f:fail fail-with-body fail-early R:remote-time xattr suppress-connect-headers raw c:cookie-jar= j:junk-session-cookies
  etag-save= h:help M:manual V:version q:disable Z:parallel parallel-immediate parallel-max= parallel-max-host=
  libcurl= dump-ca-embed retry= retry-all-errors retry-connrefused retry-delay= retry-max-time= rate= limit-rate=
  max-filesize= max-redirs= Y:speed-limit= y:speed-time= keepalive keepalive-time= keepalive-cnt= sessionid
  tcp-nodelay tcp-fastopen 4:ipv4 http1.1 http2 alpn npn compressed tr-encoding basic expect100-timeout= proto=
  proto-redir= post301 post302 post303 ignore-content-length ssl ssl-reqd ssl-allow-beast disallow-username-in-url
  happy-eyeballs-timeout-ms= curves= sigalgs= ciphers= tls13-ciphers= ssl-sessions= follow`

const noted: [says: string, options: string][] = [
  [
    'the call goes through a proxy, which is not followed here.',
    `x:proxy= preproxy= proxy1.0= socks4= socks4a= socks5= socks5-hostname= socks5-basic socks5-gssapi
     socks5-gssapi-nec socks5-gssapi-service= p:proxytunnel U:proxy-user= proxy-header= proxy-anyauth proxy-basic
     proxy-digest proxy-negotiate proxy-ntlm proxy-insecure proxy-http2 proxy-cacert= proxy-capath= proxy-ca-native
     proxy-cert= proxy-cert-type= proxy-ciphers= proxy-crlfile= proxy-key= proxy-key-type= proxy-pass=
     proxy-pinnedpubkey= proxy-service-name= proxy-ssl-allow-beast proxy-ssl-auto-client-cert proxy-tls13-ciphers=
     proxy-tlsauthtype= proxy-tlspassword= proxy-tlsuser= proxy-tlsv1 haproxy-protocol haproxy-clientip= noproxy=`,
  ],
  ['a file of options, which is not read.', 'K:config= variable='],
  ['a file of names and passwords, which is not read.', 'n:netrc netrc-file= netrc-optional'],
  [
    'a client certificate; API Gateway does not ask for one at a private API.',
    'E:cert= cert-type= key= key-type= pass= ssl-auto-client-cert engine=',
  ],
  ['only IPv6 addresses are called; the prediction does not choose the family.', '6:ipv6'],
  [
    'the way a name is looked up is changed, which is not followed here.',
    `dns-interface= dns-ipv4-addr= dns-ipv6-addr= dns-servers= doh-url= doh-insecure doh-cert-status hsts= alt-svc=`,
  ],
  [
    'where the call leaves from is changed, which is not followed here.',
    'interface= local-port= unix-socket= abstract-unix-socket= ip-tos= vlan-priority= mptcp ipfs-gateway=',
  ],
  [
    'another test of the certificate, which is not predicted.',
    `capath= ca-native crlfile= pinnedpubkey= cert-status false-start ssl-no-revoke ssl-revoke-best-effort ech=
     tls-earlydata tlsauthtype= tlsuser= tlspassword= random-file= egd-file= 2:sslv2 3:sslv3 service-name=`,
  ],
  ['another way to sign in, which API Gateway does not know.', 'anyauth digest negotiate ntlm ntlm-wb delegation='],
  [
    'the request is sent in another shape, which is not predicted.',
    `request-target= 0:http1.0 http0.9 http2-prior-knowledge http3 http3-only z:time-cond= C:continue-at= etag-compare=
     form-escape proto-default= upload-flags=`,
  ],
  [
    'an option of protocols other than HTTP; it does nothing here.',
    `a:append compressed-ssh crlf disable-eprt disable-epsv ftp-account= ftp-alternative-to-user= ftp-create-dirs
     ftp-method= ftp-pasv P:ftp-port= ftp-pret ftp-skip-pasv-ip ftp-ssl-ccc ftp-ssl-ccc-mode= ftp-ssl-control
     hostpubmd5= hostpubsha256= knownhosts= krb= l:list-only login-options= mail-auth= mail-from= mail-rcpt=
     mail-rcpt-allowfails metalink pubkey= Q:quote= sasl-authzid= sasl-ir t:telnet-option= tftp-blksize=
     tftp-no-options B:use-ascii`,
  ],
]

export interface CurlOption {
  long: string
  short?: string
  takesValue: boolean
  sort: 'shaping' | 'printing' | 'noted'
  says?: string
}

const read = (text: string, sort: CurlOption['sort'], says?: string): CurlOption[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [, short, long = '', value] = /^(?:(.):)?([^=]+)(=?)$/.exec(word) ?? []
      return {
        long,
        takesValue: value === '=',
        sort,
        ...(short === undefined ? {} : { short }),
        ...(says === undefined ? {} : { says }),
      }
    })

export const curlOptions: readonly CurlOption[] = [
  ...read(shaping, 'shaping'),
  ...read(printing, 'printing'),
  ...noted.flatMap(([says, options]) => read(options, 'noted', says)),
]

/** awscurl's (https://github.com/okigan/awscurl), all of them; its `--data-binary` is a switch. */
export const awscurlOptions: readonly CurlOption[] = [
  ...read(
    `X:request= H:header= d:data= data-binary k:insecure L:location region= service= tls-min= tls-max=`,
    'shaping',
  ),
  ...read('v:verbose i:include o:output= fail-with-body profile= access_key= secret_key= h:help', 'printing'),
  ...read('security_token= session_token=', 'printing'),
]
