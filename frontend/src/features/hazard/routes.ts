import IconAlertTriangle from '@tabler/icons-vue/dist/esm/icons/IconAlertTriangle.mjs'
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
  tasks: {
    hazard: {
      icon: IconAlertTriangle,
      to: ({ subject }) => ({ name: 'hazard.detail', params: { hazard: subject } }),
    },
  },
}

export default routes
