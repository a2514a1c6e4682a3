import IconAlertTriangle from '@tabler/icons-vue/dist/esm/icons/IconAlertTriangle.mjs'
import type { FeatureRoutes, TaskPage } from '@/app/features'

/** Whatever a hazard asks is done on its own page. */
const onItsPage: TaskPage = {
  icon: IconAlertTriangle,
  to: ({ subject }) => ({ name: 'hazard.detail', params: { hazard: subject } }),
}

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'hazards',
      name: 'hazard.list',
      component: () => import('./pages/HazardsPage.vue'),
      meta: { menu: 'hazards', permission: 'hazard.read', title: 'menu.hazards', words: ['rectify'] },
    },
    {
      path: 'hazards/report',
      name: 'hazard.report',
      component: () => import('./pages/ReportPage.vue'),
      meta: {
        menu: 'hazards',
        permission: 'hazard.report',
        title: 'rectify.report.title',
        words: ['rectify', 'riskitem'],
        bare: true,
      },
    },
    {
      path: 'hazards/:hazard',
      name: 'hazard.detail',
      component: () => import('./pages/HazardPage.vue'),
      meta: { menu: 'hazards', permission: 'hazard.read', title: 'hazard.detail', words: ['rectify'] },
    },
  ],
  authority: [
    {
      path: 'orders',
      name: 'hazard.orders',
      component: () => import('./desk/OrdersPage.vue'),
      meta: {
        menu: 'orders',
        permission: 'hazard.order.close',
        title: 'rectify.orders.title',
        words: ['rectify'],
      },
    },
  ],
  tasks: { hazard: onItsPage, hazard_verify: onItsPage, hazard_report: onItsPage },
}

export default routes
