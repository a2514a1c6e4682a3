import IconCertificate from '@tabler/icons-vue/dist/esm/icons/IconCertificate.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'licences',
      name: 'licence.list',
      component: () => import('./pages/LicencesPage.vue'),
      meta: { menu: 'enterprise', permission: 'licence.read', title: 'licence.title', words: ['files'] },
    },
    {
      path: 'licences/new',
      name: 'licence.new',
      component: () => import('./pages/EditPage.vue'),
      meta: { menu: 'enterprise', permission: 'licence.keep', title: 'licence.new', words: ['files'] },
    },
    {
      path: 'licences/:licence',
      name: 'licence.detail',
      component: () => import('./pages/LicencePage.vue'),
      meta: { menu: 'enterprise', permission: 'licence.read', title: 'licence.one', words: ['files'] },
    },
    {
      path: 'licences/:licence/edit',
      name: 'licence.edit',
      component: () => import('./pages/EditPage.vue'),
      meta: { menu: 'enterprise', permission: 'licence.keep', title: 'licence.correct', words: ['files'] },
    },
    {
      path: 'self-checks/:year(\\d{4})',
      name: 'licence.selfCheck',
      component: () => import('./pages/SelfCheckPage.vue'),
      meta: {
        menu: 'enterprise',
        permission: 'licence.read',
        title: 'licence.selfCheck',
        words: ['files'],
      },
    },
  ],
  doors: [
    {
      key: 'licences',
      group: 'papers',
      route: 'licence.list',
      icon: IconCertificate,
      permissions: ['licence.read'],
    },
  ],
  tasks: {
    licence_expiry: {
      icon: IconCertificate,
      to: ({ subject }) => ({ name: 'licence.detail', params: { licence: subject } }),
    },
    annual_selfcheck: { icon: IconCertificate, to: () => ({ name: 'licence.list' }) },
  },
}

export default routes
