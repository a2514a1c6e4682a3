import IconListCheck from '@tabler/icons-vue/dist/esm/icons/IconListCheck.mjs'
import type { FeatureRoutes } from '@/app/features'

const read = { menu: 'enterprise', permission: 'risklist.read', title: 'risklist.title' }

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'list',
      name: 'risklist.current',
      component: () => import('./pages/RiskListPage.vue'),
      meta: read,
    },
    {
      path: 'list/draft',
      name: 'risklist.draft',
      component: () => import('./pages/DraftPage.vue'),
      meta: { ...read, title: 'risklist.draft', bare: true },
    },
    { path: 'list/diff', name: 'risklist.diff', component: () => import('./pages/DiffPage.vue'), meta: read },
    {
      path: 'list/versions/:version(\\d+)',
      name: 'risklist.version',
      component: () => import('./pages/VersionPage.vue'),
      meta: read,
    },
  ],
  doors: [
    {
      key: 'list',
      group: 'duties',
      route: 'risklist.current',
      icon: IconListCheck,
      permissions: ['risklist.read'],
    },
  ],
  tasks: {
    list: { icon: IconListCheck, to: () => ({ name: 'risklist.current' }) },
  },
}

export default routes
