import { defineConfig, devices } from '@playwright/test'

// scripts/e2e.sh names the running program in ZHIZE_URL. Without it only the
// tests that answer for the server themselves run, on the built pages.
const external = process.env['ZHIZE_URL']
const url = external ?? 'http://127.0.0.1:4173'

const ignored =
  process.env['ZHIZE_ENGINE'] === 'postgres' ? [/(a11y|authority|enterprise|identity)\.spec\.ts$/] : []

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // How pages look, and tests that answer for the server themselves, need no second engine.
  testIgnore: ignored,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: !!process.env['CI'],
  reporter: [['list']],
  // The README's pictures are taken on purpose only: ZHIZE_SHOTS=1.
  grep: process.env['ZHIZE_SHOTS'] ? /@shots/ : /^(?!.*@shots)/,
  use: {
    baseURL: url,
    locale: 'zh-CN',
    // In every new context it would fetch all that a phone keeps. Who tests what
    // opens without a network allows it.
    serviceWorkers: 'block',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 10_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['ZHIZE_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'phone',
      grepInvert: /@desk/,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 },
    },
    {
      name: 'desk',
      // The enterprise works on its phone.
      testIgnore: [...ignored, /enterprise\.spec\.ts$/],
      grepInvert: /@phone/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
  ],
  ...(external
    ? {}
    : {
        webServer: { command: 'npx vite preview --port 4173 --strictPort', url, reuseExistingServer: true },
      }),
})
