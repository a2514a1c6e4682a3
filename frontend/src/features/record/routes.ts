import IconArrowBackUp from '@tabler/icons-vue/dist/esm/icons/IconArrowBackUp.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: '',
      name: 'record.today',
      component: () => import('./pages/TodayPage.vue'),
      meta: { menu: 'today', permission: 'obligation.read', title: 'menu.today' },
    },
    {
      path: 'check',
      name: 'record.check',
      component: () => import('./pages/CheckPage.vue'),
      meta: { menu: 'today', permission: 'record.daily.submit', title: 'record.today.check', bare: true },
    },
    {
      path: 'records',
      name: 'record.archive',
      component: () => import('./pages/ArchivePage.vue'),
      meta: { menu: 'records', permission: 'record.daily.read', title: 'menu.records' },
    },
    {
      path: 'records/:record',
      name: 'record.detail',
      component: () => import('./pages/RecordPage.vue'),
      meta: { menu: 'records', permission: 'record.daily.read', title: 'record.detail.title' },
    },
    {
      path: 'records/:record/correction',
      name: 'record.correct',
      component: () => import('./pages/CorrectPage.vue'),
      meta: {
        menu: 'records',
        permission: 'record.daily.correct',
        title: 'record.correct.title',
        bare: true,
      },
    },
  ],
  tasks: {
    correction: {
      icon: IconArrowBackUp,
      to: ({ subject }) => ({ name: 'record.detail', params: { record: subject } }),
    },
  },
}

export default routes
