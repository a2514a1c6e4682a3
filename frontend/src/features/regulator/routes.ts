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
}

export default routes
