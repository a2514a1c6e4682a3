import IconBell from '@tabler/icons-vue/dist/esm/icons/IconBell.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'me/notices',
      name: 'notice.inbox',
      component: () => import('./pages/InboxPage.vue'),
      meta: { menu: 'me', title: 'notice.inbox.title' },
    },
    {
      path: 'me/reminders',
      name: 'notice.reminders',
      component: () => import('./pages/RemindersPage.vue'),
      meta: { menu: 'me', title: 'notice.mine.title' },
    },
    {
      path: 'channels',
      name: 'notice.channels',
      component: () => import('./pages/ChannelsPage.vue'),
      meta: { menu: 'enterprise', permission: 'notice.channel.read', title: 'notice.channel.title' },
    },
    {
      path: 'deliveries',
      name: 'notice.deliveries',
      component: () => import('./pages/DeliveriesPage.vue'),
      meta: { menu: 'enterprise', permission: 'notice.delivery.read', title: 'notice.delivery.title' },
    },
    {
      path: 'ladder',
      name: 'notice.ladder',
      component: () => import('./pages/LadderPage.vue'),
      meta: { menu: 'enterprise', permission: 'reminder.ladder.read', title: 'notice.ladder.title' },
    },
  ],
  doors: [
    {
      key: 'channels',
      group: 'system',
      route: 'notice.channels',
      icon: IconBell,
      permissions: ['notice.channel.read'],
    },
  ],
}

export default routes
