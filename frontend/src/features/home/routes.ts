import IconChecklist from '@tabler/icons-vue/dist/esm/icons/IconChecklist.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  public: [
    {
      path: 'mine',
      name: 'home.mine',
      component: () => import('./pages/MinePage.vue'),
      meta: { title: 'home.mine.title' },
    },
  ],
  enterprise: [
    {
      path: 'home',
      name: 'home.enterprise',
      component: () => import('./pages/HomePage.vue'),
      meta: { menu: 'home', permission: 'home.read', title: 'home.title' },
    },
  ],
  doors: [
    {
      key: 'home',
      group: 'duties',
      route: 'home.enterprise',
      icon: IconChecklist,
      permissions: ['home.read'],
    },
  ],
}

export default routes
