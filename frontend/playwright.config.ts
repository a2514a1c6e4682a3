import { defineConfig, devices } from '@playwright/test'

// Against the built application under its real content security policy. With
// ZHIZE_E2E_URL the pages come from a running server instead.
const external = process.env['ZHIZE_E2E_URL']
const url = external ?? 'http://127.0.0.1:4173'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  reporter: [['list']],
  use: {
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
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
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 },
    },
    { name: 'desk', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } },
  ],
  ...(external
    ? {}
    : {
        webServer: { command: 'npx vite preview --port 4173 --strictPort', url, reuseExistingServer: true },
      }),
})
