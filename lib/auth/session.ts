import 'server-only'
import { cookies, headers } from 'next/headers'
import NextAuth, { type AuthOptions, getServerSession } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { AppError } from '@/lib/store/appError'
import { serverStore } from '@/lib/store/serverStore'
import { errorFields, log } from './log'
import { type Person, personOf } from './people'
import { sessionSecret } from './secret'
import { sessionSeconds, stillGood } from './sessionEnd'
import { signInByLink, signInByPassword } from './signIn'

/** The only file that knows next-auth: sessions are stateless, a signed cookie names person, epoch and start. */

// Derived from the public address: a proxy that ends TLS leaves the server itself on http.
const secureCookies = () => process.env.NEXTAUTH_URL?.startsWith('https://') ?? false
const cookieName = () => (secureCookies() ? '__Secure-throughline.session' : 'throughline.session')

async function options() {
  const { folder } = await serverStore()
  return {
    secret: await sessionSecret(folder),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    useSecureCookies: secureCookies(),
    cookies: {
      sessionToken: {
        name: cookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies() },
      },
    },
    pages: { signIn: '/signin', error: '/signin', signOut: '/signin' },
    providers: [
      Credentials({
        id: 'link',
        credentials: { token: {} },
        authorize: (given, request) =>
          judged(async () => signInByLink(await serverStore(), given?.token, addressOf(request))),
      }),
      Credentials({
        id: 'password',
        credentials: { name: {}, password: {} },
        authorize: (given, request) =>
          judged(async () => signInByPassword(await serverStore(), given?.name, given?.password, addressOf(request))),
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        // `user` is there at the sign-in alone: what it wrote stays, so a session ends 12 hours after it began.
        if (user) return { sub: user.id, epoch: 'epoch' in user ? user.epoch : 0, startedAt: Date.now() }
        return token
      },
      session({ session, token }) {
        return { expires: session.expires, person: token.sub, epoch: token.epoch, startedAt: token.startedAt }
      },
    },
    logger: {
      error: (code, metadata) => log('error', 'sign-in', { code, ...errorFields(metadata) }),
      warn: (code) => log('warn', 'sign-in', { code }),
      debug: () => undefined,
    },
  } satisfies AuthOptions
}

type Handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>

/** Answers `/api/auth/…`: CSRF token, sign-in by a provider, sign-out. */
export const authHandler: Handler = async (request, context) => {
  const handler: Handler = NextAuth(await options())
  return handler(request, context)
}

/** Who asks, read anew for each request: a changed password or role ends older sessions at once. */
export async function currentPerson(): Promise<Person | undefined> {
  const session = await getServerSession(await options())
  if (typeof session?.person !== 'string') return undefined
  const person = await personOf(await serverStore(), session.person)
  return stillGood(session, person, Date.now()) ? person : undefined
}

export async function endSession(): Promise<void> {
  const jar = await cookies()
  jar.delete(cookieName())
}

/** The request's id, given by the server that took it in. */
export const requestId = async (): Promise<string> => (await headers()).get('x-request-id') ?? ''

// next-auth turns a thrown message into `?error=…`; only what a person may be told goes there.
async function judged(signIn: () => Promise<Person | undefined>): Promise<Person | null> {
  try {
    return (await signIn()) ?? null
  } catch (error) {
    if (error instanceof AppError) throw error
    log('error', 'sign-in', errorFields(error))
    throw new AppError('internal', 'The sign-in failed on the server; its log says why.')
  }
}

// The server overwrites this header with the address of the connection, unless it is told to trust a proxy.
const addressOf = (request: { headers?: Record<string, unknown> }): string =>
  String(request.headers?.['x-forwarded-for'] ?? 'unknown')
