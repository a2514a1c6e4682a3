import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  authority: [
    {
      path: 'members',
      name: 'agency.members',
      component: () => import('./desk/MembersPage.vue'),
      meta: { menu: 'members', permission: 'regulator.member.read', title: 'menu.members', words: ['area'] },
    },
    {
      path: 'audit',
      name: 'agency.audit',
      component: () => import('./desk/AuditPage.vue'),
      meta: { menu: 'audit', permission: 'regulator.audit.read', title: 'menu.audit', words: ['area'] },
    },
  ],
}

export default routes
