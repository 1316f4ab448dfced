/** A header as it is sent; duplicates are kept, in order. */
export interface Header {
  name: string
  value: string
}

/** What a command says about TLS and names beside the URL. All fields are curl's. */
export interface CallOptions {
  /** `-k`: the certificate is not verified; SNI and Host stay. */
  insecure?: boolean
  /** `--resolve HOST:PORT:ADDRESS`: replaces DNS for that host and port. */
  resolve?: { host: string; port: number; addresses: string[] }[]
  /** `--connect-to HOST1:PORT1:HOST2:PORT2`: connects elsewhere; SNI, Host and the verified name stay HOST1. */
  connectTo?: { host: string; port: string; toHost: string; toPort: string }[]
  /** `--tlsv1.x` and `--tls-max`: "1.0" to "1.3". */
  tlsMin?: string
  tlsMax?: string
  /** `-L`: redirects are followed. */
  followRedirects?: boolean
  /** `--connect-timeout` and `-m`, in seconds. */
  connectTimeout?: number
  maxTime?: number
  /** `--cacert`: names or paths of certificate authorities that the caller trusts beside the system's. */
  cacert?: string
}

/** A SigV4 signature the command makes (`--aws-sigv4`, awscurl). Its key is never kept. */
export interface Signing {
  tool: 'curl' | 'awscurl' | 'header'
  /** From the credential scope. */
  region: string
  service: string
  /** The host that is really signed. */
  signedHost: 'url' | 'header'
  /** A literal `Authorization` header of which the signature is known to be wrong or stale. */
  wrong?: boolean
}

/** One call. A curl command is a way to write one. */
export interface Invocation {
  /** VANTAGE of design.md: a logical id, a physical id, `internet[:ADDRESS]`, `on-premises:VPC`. */
  vantage: string
  method: string
  /** Absolute URL as written, percent-encoding included. */
  url: string
  headers: Header[]
  body?: string
  options: CallOptions
  signing?: Signing
  /** Logical id of a principal, or an ARN, that signs. */
  signer?: string
}
