import IconShieldCheck from '@tabler/icons-vue/dist/esm/icons/IconShieldCheck.mjs'
import type { FeatureRoutes } from '@/app/features'

const routes: FeatureRoutes = {
  public: [
    {
      path: 'v/:code',
      name: 'ledger.verify',
      component: () => import('./pages/VerifyPage.vue'),
      meta: { public: true, title: 'ledger.verify.title' },
    },
  ],
  enterprise: [
    {
      path: 'evidence',
      name: 'ledger.evidence',
      component: () => import('./pages/EvidencePage.vue'),
      meta: { menu: 'enterprise', permission: 'ledger.receipt', title: 'ledger.title' },
    },
  ],
  doors: [
    {
      key: 'evidence',
      group: 'papers',
      route: 'ledger.evidence',
      icon: IconShieldCheck,
      permissions: ['ledger.export', 'ledger.receipt'],
    },
  ],
}

export default routes
