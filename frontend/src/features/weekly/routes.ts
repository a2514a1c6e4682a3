import IconClipboardCheck from '@tabler/icons-vue/dist/esm/icons/IconClipboardCheck.mjs'
import IconReportAnalytics from '@tabler/icons-vue/dist/esm/icons/IconReportAnalytics.mjs'
import type { FeatureRoutes } from '@/app/features'
import { weekOfDay } from '@/lib/day'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'records/weekly',
      name: 'weekly.list',
      component: () => import('./pages/WeeksPage.vue'),
      meta: { menu: 'records', permission: 'record.weekly.read', title: 'weekly.title' },
    },
    {
      path: 'records/weekly/:week',
      name: 'weekly.week',
      component: () => import('./pages/WeekPage.vue'),
      meta: {
        menu: 'records',
        permission: 'record.weekly.read',
        title: 'weekly.title',
        words: ['riskitem'],
      },
    },
  ],
  tasks: {
    weekly_report: {
      icon: IconReportAnalytics,
      to: ({ day }) => ({ name: 'weekly.week', params: { week: weekOfDay(day) } }),
    },
    weekly_read: {
      icon: IconClipboardCheck,
      to: ({ day }) => ({ name: 'weekly.week', params: { week: weekOfDay(day) } }),
    },
  },
}

export default routes
