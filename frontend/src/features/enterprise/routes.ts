import IconBuildingStore from '@tabler/icons-vue/dist/esm/icons/IconBuildingStore.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  public: [
    {
      path: 'register',
      name: 'enterprise.register',
      component: () => import('./pages/RegisterPage.vue'),
      meta: { public: true, title: 'enterprise.register.title' },
    },
  ],
  enterprise: [
    {
      path: 'unit',
      name: 'enterprise.home',
      component: () => import('./pages/HomePage.vue'),
      meta: { menu: 'enterprise', permission: 'enterprise.read', title: 'menu.enterprise' },
    },
    {
      path: 'archive',
      name: 'enterprise.archive',
      component: () => import('./pages/ArchivePage.vue'),
      meta: { menu: 'enterprise', permission: 'enterprise.read', title: 'enterprise.archive' },
    },
    {
      path: 'archive/grades',
      name: 'enterprise.grades',
      component: () => import('./pages/GradesPage.vue'),
      meta: { menu: 'enterprise', permission: 'enterprise.read', title: 'enterprise.grade.history' },
    },
  ],
  doors: [
    {
      key: 'archive',
      group: 'papers',
      route: 'enterprise.archive',
      icon: IconBuildingStore,
      permissions: ['enterprise.read'],
    },
  ],
}

export default routes
