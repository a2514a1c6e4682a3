import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  public: [
    {
      path: 'login',
      name: 'identity.login',
      component: () => import('./pages/LoginPage.vue'),
      meta: { public: true, title: 'identity.login' },
    },
    {
      path: 'password',
      name: 'identity.password',
      component: () => import('./pages/PasswordPage.vue'),
      meta: { title: 'identity.newPassword' },
    },
  ],
  enterprise: [
    {
      path: 'me',
      name: 'identity.me',
      component: () => import('./pages/MePage.vue'),
      meta: { menu: 'me', title: 'identity.me', words: ['notice', 'personfile'] },
    },
    {
      path: 'me/sessions',
      name: 'identity.sessions',
      component: () => import('./pages/SessionsPage.vue'),
      meta: { menu: 'me', title: 'identity.sessions.title' },
    },
  ],
  authority: [
    {
      path: 'me',
      name: 'identity.profile',
      component: () => import('./pages/MePage.vue'),
      meta: { title: 'identity.me' },
    },
    {
      path: 'me/sessions',
      name: 'identity.agencySessions',
      component: () => import('./pages/SessionsPage.vue'),
      meta: { title: 'identity.sessions.title' },
    },
  ],
}

export default routes
