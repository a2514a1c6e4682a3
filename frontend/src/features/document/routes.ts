import IconFileZip from '@tabler/icons-vue/dist/esm/icons/IconFileZip.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'pack',
      name: 'document.pack',
      component: () => import('./pages/PackPage.vue'),
      meta: { menu: 'enterprise', permission: 'document.pack', title: 'document.title', words: ['errand'] },
    },
  ],
  doors: [
    {
      key: 'pack',
      group: 'papers',
      route: 'document.pack',
      icon: IconFileZip,
      permissions: ['document.pack'],
    },
  ],
}

export default routes
