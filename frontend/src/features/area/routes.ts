import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  authority: [
    {
      path: '',
      name: 'area.overview',
      component: () => import('./desk/OverviewPage.vue'),
      meta: { menu: 'overview', permission: 'area.read', title: 'menu.overview' },
    },
    {
      path: 'enterprises',
      name: 'area.enterprises',
      component: () => import('./desk/AreaListPage.vue'),
      meta: { menu: 'enterprises', permission: 'area.read', title: 'menu.enterprises' },
    },
    {
      path: 'enterprises/new',
      name: 'area.found',
      component: () => import('./desk/FoundPage.vue'),
      meta: { menu: 'enterprises', permission: 'enterprise.found', title: 'area.found.title' },
    },
  ],
}

export default routes
