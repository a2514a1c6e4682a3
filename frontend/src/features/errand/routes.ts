import IconProgress from '@tabler/icons-vue/dist/esm/icons/IconProgress.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'errands',
      name: 'errand.list',
      component: () => import('./pages/ErrandsPage.vue'),
      meta: { menu: 'enterprise', permission: 'errand.read', title: 'errand.title' },
    },
  ],
  authority: [
    {
      path: 'errands',
      name: 'errand.area',
      component: () => import('./desk/AreaErrandsPage.vue'),
      meta: { menu: 'errands', permission: 'errand.area.read', title: 'errand.title' },
    },
  ],
  doors: [
    {
      key: 'errands',
      group: 'papers',
      route: 'errand.list',
      icon: IconProgress,
      permissions: ['errand.read'],
    },
  ],
}

export default routes
