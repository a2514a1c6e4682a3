import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'suspensions',
      name: 'obligation.suspensions',
      component: () => import('./pages/SuspensionsPage.vue'),
      meta: { menu: 'enterprise', permission: 'obligation.read', title: 'obligation.suspension.list' },
    },
    {
      path: 'pattern',
      name: 'obligation.pattern',
      component: () => import('./pages/PatternPage.vue'),
      meta: { menu: 'enterprise', permission: 'obligation.read', title: 'obligation.pattern.title' },
    },
  ],
}

export default routes
