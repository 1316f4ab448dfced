import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { testPlace } from './e2e/place'

const { port, folder, chromium } = testPlace

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/server.ts',
  fullyParallel: false,
  // Server and browser share the processors; more workers bring nothing on two.
  workers: 1,
  retries: 0,
  timeout: 30_000,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    storageState: path.join(folder, 'session.json'),
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    },
  },
})
