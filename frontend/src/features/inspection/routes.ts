import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  authority: [
    {
      path: 'enterprises/:inspected',
      name: 'inspection.enterprise',
      component: () => import('./desk/InspectPage.vue'),
      meta: {
        menu: 'enterprises',
        permission: 'inspection.read',
        title: 'inspection.title',
        words: ['area'],
      },
    },
  ],
}

export default routes
