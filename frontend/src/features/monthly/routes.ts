import IconCalendarStats from '@tabler/icons-vue/dist/esm/icons/IconCalendarStats.mjs'
import IconGavel from '@tabler/icons-vue/dist/esm/icons/IconGavel.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'monthly',
      name: 'monthly.list',
      component: () => import('./pages/MonthliesPage.vue'),
      meta: { menu: 'enterprise', permission: 'record.monthly.read', title: 'monthly.title' },
    },
    {
      path: 'monthly/:month(\\d{4}-\\d{2})',
      name: 'monthly.edit',
      component: () => import('./pages/EditPage.vue'),
      meta: {
        menu: 'enterprise',
        permission: 'record.monthly.read',
        title: 'monthly.title',
        words: ['advice'],
      },
    },
    {
      path: 'monthly/minutes/:record',
      name: 'monthly.read',
      component: () => import('./pages/MinutesPage.vue'),
      meta: {
        menu: 'enterprise',
        permission: 'record.monthly.read',
        title: 'monthly.title',
        words: ['advice'],
      },
    },
    {
      path: 'resolutions/:resolution',
      name: 'monthly.resolution',
      component: () => import('./pages/ResolutionPage.vue'),
      meta: { menu: 'enterprise', permission: 'record.monthly.read', title: 'monthly.resolution.title' },
    },
  ],
  doors: [
    {
      key: 'minutes',
      group: 'duties',
      route: 'monthly.list',
      icon: IconCalendarStats,
      permissions: ['record.monthly.read'],
    },
  ],
  tasks: {
    monthly_minutes: {
      icon: IconCalendarStats,
      to: ({ day }) => ({ name: 'monthly.edit', params: { month: day.slice(0, 7) } }),
    },
    resolution: {
      icon: IconGavel,
      to: ({ subject }) => ({ name: 'monthly.resolution', params: { resolution: subject } }),
    },
  },
}

export default routes
