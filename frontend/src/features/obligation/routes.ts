import IconClock from '@tabler/icons-vue/dist/esm/icons/IconClock.mjs'
import IconDoorOff from '@tabler/icons-vue/dist/esm/icons/IconDoorOff.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'suspensions',
      name: 'obligation.suspensions',
      component: () => import('./pages/SuspensionsPage.vue'),
      meta: { menu: 'enterprise', permission: 'obligation.read', title: 'obligation.suspension.list' },
    },
    {
      path: 'pattern',
      name: 'obligation.pattern',
      component: () => import('./pages/PatternPage.vue'),
      meta: { menu: 'enterprise', permission: 'obligation.read', title: 'obligation.pattern.title' },
    },
  ],
  doors: [
    {
      key: 'suspensions',
      group: 'duties',
      route: 'obligation.suspensions',
      icon: IconDoorOff,
      permissions: ['obligation.read'],
    },
    {
      key: 'pattern',
      group: 'duties',
      route: 'obligation.pattern',
      icon: IconClock,
      permissions: ['obligation.read'],
    },
  ],
  tasks: {
    suspension: { icon: IconDoorOff, to: () => ({ name: 'obligation.suspensions' }) },
  },
}

export default routes
