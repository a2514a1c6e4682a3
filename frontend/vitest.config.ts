import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    // Kiribati is 14 hours ahead of UTC: a business day read off the device
    // instead of Asia/Shanghai fails here.
    env: { TZ: 'Pacific/Kiritimati' },
    restoreMocks: true,
    maxWorkers: 2,
  },
})
