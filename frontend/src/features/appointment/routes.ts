import IconUserPlus from '@tabler/icons-vue/dist/esm/icons/IconUserPlus.mjs'
import IconUsers from '@tabler/icons-vue/dist/esm/icons/IconUsers.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'people',
      name: 'appointment.people',
      component: () => import('./pages/PeoplePage.vue'),
      meta: { menu: 'enterprise', permission: 'appointment.read', title: 'appointment.title' },
    },
  ],
  doors: [
    {
      key: 'people',
      group: 'duties',
      route: 'appointment.people',
      icon: IconUsers,
      permissions: ['appointment.read'],
    },
  ],
  tasks: {
    appointment: { icon: IconUserPlus, to: () => ({ name: 'appointment.people' }) },
  },
}

export default routes
