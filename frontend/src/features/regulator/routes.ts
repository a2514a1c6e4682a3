import IconEye from '@tabler/icons-vue/dist/esm/icons/IconEye.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'looks',
      name: 'regulator.looks',
      component: () => import('./pages/LooksPage.vue'),
      meta: { menu: 'enterprise', permission: 'regulator.look.read', title: 'regulator.looks' },
    },
  ],
  doors: [
    {
      key: 'looks',
      group: 'papers',
      route: 'regulator.looks',
      icon: IconEye,
      permissions: ['regulator.look.read'],
    },
  ],
}

export default routes
