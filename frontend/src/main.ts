import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'

import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './app/i18n'
import { applyPreferences } from './app/preferences'
import { router } from './app/router'
import { watchForStaleChunks } from './app/stale'
import { watchForUpdates } from './app/update'

watchForStaleChunks()
void applyPreferences().then(() => {
  createApp(App).use(createPinia()).use(PiniaColada).use(i18n).use(router).mount('#app')
  void watchForUpdates()
})
