import IconBook from '@tabler/icons-vue/dist/esm/icons/IconBook.mjs'
import IconSchool from '@tabler/icons-vue/dist/esm/icons/IconSchool.mjs'
import type { FeatureRoutes } from '@/app/features'

const meta = { menu: 'enterprise', permission: 'training.read' }

const routes: FeatureRoutes = {
  enterprise: [
    {
      path: 'training',
      name: 'training.list',
      component: () => import('./pages/YearPage.vue'),
      meta: { ...meta, title: 'training.title', words: ['files'] },
    },
    {
      path: 'training/plan/:year',
      name: 'training.plan',
      component: () => import('./pages/PlanPage.vue'),
      meta: { ...meta, permission: 'training.plan', title: 'training.plan.title' },
    },
    {
      path: 'training/sessions/:session',
      name: 'training.session',
      component: () => import('./pages/SessionPage.vue'),
      meta: { ...meta, title: 'training.session.one', words: ['files'] },
    },
    {
      path: 'training/sessions/:session/edit',
      name: 'training.edit',
      component: () => import('./pages/EditPage.vue'),
      meta: { ...meta, permission: 'training.organise', title: 'training.session.plan', words: ['files'] },
    },
    {
      path: 'training/readings/:reading',
      name: 'training.reading',
      component: () => import('./pages/ReadingPage.vue'),
      meta: { ...meta, title: 'training.reading.one', words: ['files'] },
    },
    {
      path: 'training/people/:account/:year',
      name: 'training.person',
      component: () => import('./pages/PersonPage.vue'),
      meta: { ...meta, title: 'training.person.title', words: ['files'] },
    },
    {
      path: 'training/tests/:test',
      name: 'training.test',
      component: () => import('./pages/TestPage.vue'),
      meta: { ...meta, permission: 'training.organise', title: 'training.test.new', words: ['files'] },
    },
  ],
  doors: [
    {
      key: 'training',
      group: 'duties',
      route: 'training.list',
      icon: IconSchool,
      permissions: ['training.read'],
    },
  ],
  tasks: {
    training_session: {
      icon: IconSchool,
      to: ({ subject }) => ({ name: 'training.session', params: { session: subject } }),
    },
    training_study: {
      icon: IconBook,
      to: ({ subject }) => ({ name: 'training.reading', params: { reading: subject } }),
    },
    training_retake: {
      icon: IconSchool,
      to: ({ account, day }) =>
        account
          ? { name: 'training.person', params: { account, year: day.slice(0, 4) } }
          : { name: 'training.list' },
    },
  },
}

export default routes
