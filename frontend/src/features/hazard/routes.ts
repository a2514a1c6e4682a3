import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'hazards',
      name: 'hazard.list',
      component: () => import('./pages/HazardsPage.vue'),
      meta: { menu: 'hazards', permission: 'hazard.read', title: 'menu.hazards' },
    },
    {
      path: 'hazards/:hazard',
      name: 'hazard.detail',
      component: () => import('./pages/HazardPage.vue'),
      meta: { menu: 'hazards', permission: 'hazard.read', title: 'hazard.detail' },
    },
  ],
}

export default routes
