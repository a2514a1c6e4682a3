import IconListCheck from '@tabler/icons-vue/dist/esm/icons/IconListCheck.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'dossier',
      name: 'dossier.home',
      component: () => import('./pages/DossierPage.vue'),
      meta: { menu: 'enterprise', permission: 'dossier.read', title: 'dossier.title' },
    },
  ],
  doors: [
    {
      key: 'dossier',
      group: 'papers',
      route: 'dossier.home',
      icon: IconListCheck,
      permissions: ['dossier.read'],
    },
  ],
}

export default routes
