import IconBuildingFactory2 from '@tabler/icons-vue/dist/esm/icons/IconBuildingFactory2.mjs'
import IconHandStop from '@tabler/icons-vue/dist/esm/icons/IconHandStop.mjs'
import IconPackageImport from '@tabler/icons-vue/dist/esm/icons/IconPackageImport.mjs'
import type { FeatureRoutes } from '@/app/features'

const read = { menu: 'enterprise', permission: 'goods.read' }

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'goods/:kind(purchase|delivery)',
      name: 'goods.log',
      component: () => import('./pages/LogPage.vue'),
      meta: { ...read, title: 'goods.title' },
    },
    {
      path: 'goods/entries/:entry',
      name: 'goods.entry',
      component: () => import('./pages/EntryPage.vue'),
      meta: { ...read, title: 'goods.entry' },
    },
    {
      path: 'suspicions',
      name: 'goods.suspicions',
      component: () => import('./pages/SuspicionsPage.vue'),
      meta: { ...read, title: 'goods.suspicion.title' },
    },
    {
      path: 'suspicions/:suspicion',
      name: 'goods.suspicion',
      component: () => import('./pages/SuspicionPage.vue'),
      meta: { ...read, title: 'goods.suspicion.title' },
    },
    {
      path: 'commissions',
      name: 'goods.commissions',
      component: () => import('./pages/CommissionsPage.vue'),
      meta: { ...read, title: 'goods.commission.title' },
    },
    {
      path: 'commissions/:commission',
      name: 'goods.commission',
      component: () => import('./pages/CommissionPage.vue'),
      meta: { ...read, title: 'goods.commission.one' },
    },
  ],
  authority: [
    {
      path: 'suspicions',
      name: 'goods.reported',
      component: () => import('./desk/ReportedPage.vue'),
      meta: {
        menu: 'suspicions',
        permission: 'goods.receipt',
        title: 'goods.suspicion.title',
        words: ['agency'],
      },
    },
  ],
  doors: [
    {
      key: 'goods',
      group: 'goods',
      route: 'goods.log',
      params: { kind: 'purchase' },
      icon: IconPackageImport,
      permissions: ['goods.read'],
    },
    {
      key: 'suspicions',
      group: 'goods',
      route: 'goods.suspicions',
      icon: IconHandStop,
      permissions: ['goods.read'],
    },
    {
      key: 'commissions',
      group: 'goods',
      route: 'goods.commissions',
      icon: IconBuildingFactory2,
      permissions: ['goods.read'],
    },
  ],
  tasks: {
    suspicion_outcome: {
      icon: IconHandStop,
      to: ({ subject }) => ({ name: 'goods.suspicion', params: { suspicion: subject } }),
    },
    commission_end: {
      icon: IconBuildingFactory2,
      to: ({ subject }) => ({ name: 'goods.commission', params: { commission: subject } }),
    },
  },
}

export default routes
