import { execFileSync } from 'node:child_process'

/** The commit, so that two builds of the same source carry the same id and asset addresses. */
function commit() {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  } catch {
    // A source archive without .git: Next draws an id of its own.
    return null
  }
}

function publicHosts() {
  const url = process.env.THROUGHLINE_URL
  return url && URL.canParse(url) ? [new URL(url).host] : []
}

/** @type {import('next').NextConfig} */
export default {
  // A second build must never write where a running server reads.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  generateBuildId: commit,
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { root: import.meta.dirname },
  // `bin/test types` checks the types of everything once; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Otherwise each build folder writes itself into tsconfig.json.
    strictRouteTypes: true,
    // Documents of 10 MB are taken, and JSON in a form is a little longer.
    // A proxy in front may pass another Host on; Next compares it with the browser's Origin.
    serverActions: { bodySizeLimit: '12mb', allowedOrigins: publicHosts() },
    proxyClientMaxBodySize: '12mb',
  },
  // Fonts and the layout engine carry their version in the lockfile; Next serves public/ with max-age=0 by itself.
  headers: async () => [
    {
      source: '/elk-worker.min.js',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=604800' }],
    },
  ],
}
