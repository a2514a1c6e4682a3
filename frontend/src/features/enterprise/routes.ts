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
}

export default routes
