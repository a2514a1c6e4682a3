import IconMessageReport from '@tabler/icons-vue/dist/esm/icons/IconMessageReport.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'advices',
      name: 'advice.list',
      component: () => import('./pages/AdvicesPage.vue'),
      meta: { menu: 'enterprise', permission: 'advice.read', title: 'advice.title' },
    },
    {
      path: 'advices/new',
      name: 'advice.raise',
      component: () => import('./pages/RaisePage.vue'),
      meta: { menu: 'enterprise', permission: 'advice.raise', title: 'advice.raise', bare: true },
    },
    {
      path: 'advices/:advice',
      name: 'advice.read',
      component: () => import('./pages/AdvicePage.vue'),
      meta: { menu: 'enterprise', permission: 'advice.read', title: 'advice.title' },
    },
  ],
  doors: [
    {
      key: 'advices',
      group: 'duties',
      route: 'advice.list',
      icon: IconMessageReport,
      permissions: ['advice.read'],
    },
  ],
  tasks: {
    advice_answer: {
      icon: IconMessageReport,
      to: ({ subject }) => ({ name: 'advice.read', params: { advice: subject } }),
    },
  },
}

export default routes
