import IconTableExport from '@tabler/icons-vue/dist/esm/icons/IconTableExport.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'tables',
      name: 'exchange.tables',
      component: () => import('./pages/TablesPage.vue'),
      meta: { menu: 'enterprise', permission: 'exchange.read', title: 'exchange.title', words: ['errand'] },
    },
    {
      path: 'imports/:import',
      name: 'exchange.import',
      component: () => import('./pages/ImportPage.vue'),
      meta: {
        menu: 'enterprise',
        permission: 'exchange.import',
        title: 'exchange.import',
        words: ['errand'],
      },
    },
  ],
  doors: [
    {
      key: 'tables',
      group: 'papers',
      route: 'exchange.tables',
      icon: IconTableExport,
      permissions: ['exchange.read'],
    },
  ],
}

export default routes
