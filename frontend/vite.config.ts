import { readFileSync } from 'node:fs'
import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { phoneFiles } from './scripts/chunks.mjs'

// The policy the server sends, so that `vite preview` and the end-to-end tests
// run under it too. No inline script or style exists in what we build.
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

const server = process.env['ZHIZE_DEV_SERVER'] ?? 'http://127.0.0.1:8080'
const proxy = { '/api': { target: server, changeOrigin: false }, '/v/': { target: server } }

// What the service worker keeps: the shell and the enterprise's phone routes.
// A desk page needs the network anyway and would only cost the phone bytes.
function keepPhone<E extends { url: string }>(entries: E[]) {
  const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))
  const phone = phoneFiles(manifest)
  const kept = entries.filter((e) => !e.url.startsWith('assets/') || phone.has(e.url))
  return { manifest: kept.filter((e) => !e.url.startsWith('.vite/')), warnings: [] }
}

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: {
    target: ['chrome92', 'safari15.4', 'firefox98'],
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: { host: '127.0.0.1', proxy },
  preview: {
    host: '127.0.0.1',
    proxy,
    headers: { 'Content-Security-Policy': contentSecurityPolicy },
  },
  plugins: [
    vue(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: '质责 · 质量安全主体责任',
        short_name: '质责',
        description: '日管控、周排查、月调度，断网可填，联网即送',
        lang: 'zh-CN',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#f3f5f4',
        theme_color: '#10324d',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      includeManifestIcons: false,
      workbox: {
        globPatterns: ['index.html', 'icon.svg', 'icon-192.png', 'assets/**/*.{js,css}'],
        manifestTransforms: [keepPhone],
        navigateFallback: '/index.html',
        // Addresses that the server answers itself, never the application.
        navigateFallbackDenylist: [/^\/api\//, /^\/v\//, /^\/papers\//, /^\/healthz/, /^\/readyz/],
        clientsClaim: false,
        skipWaiting: false,
        cleanupOutdatedCaches: true,
      },
    }),
  ],
})
