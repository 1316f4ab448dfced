import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': path.resolve(import.meta.dirname) } },
  ssr: { resolve: { conditions: ['react-server', 'node'] } },
  test: {
    include: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'app/**/*.test.ts', 'bin/**/*.test.ts'],
    testTimeout: 30_000,
    // Left to itself a run leaves one processor of two idle.
    maxWorkers: '100%',
  },
})
