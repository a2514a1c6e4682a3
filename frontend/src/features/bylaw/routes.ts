import IconBook2 from '@tabler/icons-vue/dist/esm/icons/IconBook2.mjs'
import IconRubberStamp from '@tabler/icons-vue/dist/esm/icons/IconRubberStamp.mjs'
import IconSignature from '@tabler/icons-vue/dist/esm/icons/IconSignature.mjs'
import type { FeatureRoutes } from '@/app/features'

const meta = { menu: 'enterprise', permission: 'bylaw.read', title: 'bylaw.title' }

const routes: FeatureRoutes = {
  enterprise: [
    { path: 'bylaws', name: 'bylaw.list', component: () => import('./pages/BylawsPage.vue'), meta },
    {
      path: 'bylaws-approval',
      name: 'bylaw.approve',
      component: () => import('./pages/ApprovePage.vue'),
      meta: { ...meta, permission: 'bylaw.approve', title: 'bylaw.approve.title', bare: true },
    },
    {
      path: 'bylaws-signing/:request',
      name: 'bylaw.sign',
      component: () => import('./pages/SignPage.vue'),
      meta: { ...meta, permission: 'bylaw.confirm', title: 'bylaw.sign.title', bare: true },
    },
    { path: 'bylaws/:bylaw', name: 'bylaw.home', component: () => import('./pages/BylawPage.vue'), meta },
    {
      path: 'bylaws/:bylaw/draft',
      name: 'bylaw.draft',
      component: () => import('./pages/DraftPage.vue'),
      meta: { ...meta, title: 'bylaw.draft.title', bare: true },
    },
    {
      path: 'bylaws/:bylaw/diff',
      name: 'bylaw.diff',
      component: () => import('./pages/DiffPage.vue'),
      meta: { ...meta, title: 'bylaw.diff.title' },
    },
    {
      path: 'bylaws/:bylaw/wall/:version',
      name: 'bylaw.wall',
      component: () => import('./pages/WallPage.vue'),
      meta: { ...meta, title: 'bylaw.wall.title', bare: true },
    },
  ],
  doors: [
    { key: 'bylaws', group: 'system', route: 'bylaw.list', icon: IconBook2, permissions: ['bylaw.read'] },
  ],
  tasks: {
    bylaw_approve: { icon: IconRubberStamp, to: () => ({ name: 'bylaw.approve' }) },
    bylaw_confirm: {
      icon: IconSignature,
      to: ({ subject }) => ({ name: 'bylaw.sign', params: { request: subject } }),
    },
    bylaw_review: { icon: IconBook2, to: () => ({ name: 'bylaw.list' }) },
  },
}

export default routes
