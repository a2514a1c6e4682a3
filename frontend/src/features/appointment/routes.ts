import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'people',
      name: 'appointment.people',
      component: () => import('./pages/PeoplePage.vue'),
      meta: { menu: 'enterprise', permission: 'appointment.read', title: 'appointment.title' },
    },
  ],
}

export default routes
