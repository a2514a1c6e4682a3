import IconGridDots from '@tabler/icons-vue/dist/esm/icons/IconGridDots.mjs'
import IconUserCheck from '@tabler/icons-vue/dist/esm/icons/IconUserCheck.mjs'
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
    {
      path: 'people/:account',
      name: 'appointment.person',
      component: () => import('./pages/PersonPage.vue'),
      meta: {
        menu: 'enterprise',
        permission: 'appointment.read',
        title: 'appointment.person',
        words: ['personfile'],
      },
    },
    {
      path: 'appointments/:appointment/leave',
      name: 'appointment.leave',
      component: () => import('./pages/LeavePage.vue'),
      meta: { menu: 'enterprise', permission: 'appointment.resign', title: 'appointment.title' },
    },
    {
      path: 'letters',
      name: 'appointment.letters',
      component: () => import('./pages/LettersPage.vue'),
      meta: { menu: 'me', permission: 'appointment.letter', title: 'appointment.letters' },
    },
    {
      path: 'staffing',
      name: 'appointment.staffing',
      component: () => import('./pages/StaffingPage.vue'),
      meta: { menu: 'enterprise', permission: 'appointment.read', title: 'appointment.staffing.title' },
    },
    {
      path: 'duty-matrix',
      name: 'matrix.duties',
      component: () => import('./pages/MatrixPage.vue'),
      meta: { menu: 'enterprise', permission: 'appointment.read', title: 'matrix.title' },
    },
  ],
  authority: [
    {
      path: 'staffing',
      name: 'staffing.switches',
      component: () => import('./desk/SwitchesPage.vue'),
      meta: { menu: 'staffing', permission: 'staffing.read', title: 'staffing.title' },
    },
  ],
  public: [
    {
      path: 'files',
      name: 'appointment.files',
      component: () => import('./pages/FilesPage.vue'),
      meta: { title: 'personfile.title', words: ['personfile'] },
    },
    {
      path: 'files/:owner',
      name: 'appointment.file',
      component: () => import('./pages/FilesPage.vue'),
      meta: { title: 'personfile.title', words: ['personfile'] },
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
    {
      key: 'matrix',
      group: 'duties',
      route: 'matrix.duties',
      icon: IconGridDots,
      permissions: ['appointment.read'],
    },
  ],
  tasks: {
    appointment: { icon: IconUserPlus, to: () => ({ name: 'appointment.people' }) },
    appointment_accept: { icon: IconUserCheck, to: () => ({ name: 'appointment.letters' }) },
    appointment_term: { icon: IconUsers, to: () => ({ name: 'appointment.people' }) },
    staffing_gap: { icon: IconUserPlus, to: () => ({ name: 'appointment.people' }) },
  },
}

export default routes
