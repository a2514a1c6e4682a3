import { createRouter, createWebHistory, type RouteLocationRaw, type RouteRecordRaw } from 'vue-router'
import { i18n, words } from './i18n'
import { authorityMenu, enterpriseMenu } from './menu'
import { features } from './nouns'
import { type Membership, useSession } from './session'

const pages = (face: 'enterprise' | 'authority' | 'public') => features.flatMap((f) => f[face] ?? [])

const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'home',
    component: () => import('./pages/HomePage.vue'),
    meta: { words: ['personfile'] },
  },
  {
    path: '/e/:enterprise',
    component: () => import('./layouts/enterprise.vue'),
    children: pages('enterprise'),
  },
  {
    path: '/a/:agency',
    component: () => import('./layouts/authority.vue'),
    meta: { words: ['menu'] },
    children: pages('authority'),
  },
  { path: '/', component: () => import('./layouts/public.vue'), children: pages('public') },
  {
    path: '/:rest(.*)*',
    name: 'notFound',
    component: () => import('./pages/NotFoundPage.vue'),
    meta: { public: true },
  },
]

if (import.meta.env.DEV) {
  routes.unshift({ path: '/kit', component: () => import('@/kit/KitPage.vue'), meta: { public: true } })
  routes.unshift({
    path: '/kit/desk',
    component: () => import('@/kit/desk/KitDeskPage.vue'),
    meta: { public: true },
  })
}

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

/** The first page of a membership that exists and may be opened. */
export function homeOf(m: Membership): RouteLocationRaw {
  // Who has only been appointed answers first.
  if (m.roles.every((r) => r === 'appointee') && m.side === 'enterprise')
    return { name: 'appointment.letters', params: { enterprise: m.id } }
  const menu = m.side === 'enterprise' ? enterpriseMenu : authorityMenu
  const params = m.side === 'enterprise' ? { enterprise: m.id } : { agency: m.id }
  const entry = menu.find(
    (e) => router.hasRoute(e.route) && (!e.permission || m.permissions.includes(e.permission)),
  )
  if (entry) return { name: entry.route, params }
  return { name: m.side === 'enterprise' ? 'identity.me' : 'identity.profile', params }
}

router.beforeEach(async (to) => {
  if (to.meta.public) return true
  const session = useSession()
  await session.restore()
  if (!session.known || !session.account) {
    return { name: 'identity.login', query: to.path === '/' ? {} : { next: to.fullPath } }
  }
  if (session.account.mustChangePassword && to.name !== 'identity.password') {
    return { name: 'identity.password', query: { next: to.fullPath } }
  }
  const id = to.params['enterprise'] ?? to.params['agency']
  if (typeof id === 'string') {
    const side = to.params['enterprise'] ? 'enterprise' : 'agency'
    const member = session.memberships.find((m) => m.id === id && m.side === side)
    const missing = {
      name: 'notFound',
      params: { rest: to.path.slice(1).split('/') },
      query: to.query,
      hash: to.hash,
    }
    // Somebody else's enterprise and one that does not exist look the same.
    if (!member) return missing
    session.switchTo(id)
    if (to.meta.permission && !session.can(to.meta.permission))
      return to.name === 'record.today' ? homeOf(member) : missing
  } else if (to.name === 'home' && session.active) {
    return homeOf(session.active)
  }
  return true
})

// The page of a noun speaks its noun's words, and those that it and what it stands in name.
router.beforeResolve(async (to) => {
  const named = to.matched.flatMap((r) => r.meta.words ?? [])
  await words(String(to.name ?? '').split('.')[0] ?? '', ...named)
})

router.afterEach((to) => {
  const { t } = i18n.global
  document.title = to.meta.title ? `${t(to.meta.title)} · ${t('app.name')}` : t('app.name')
})
