import type { RouteRecordRaw } from 'vue-router'

/**
 * What a feature's routes.ts exports: pages per face. Enterprise pages live
 * under /e/:enterprise, authority pages under /a/:agency; paths are relative.
 */
export interface FeatureRoutes {
  enterprise?: RouteRecordRaw[]
  authority?: RouteRecordRaw[]
  public?: RouteRecordRaw[]
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Needs no session. */
    public?: boolean
    /** Asked with can(); without it the page is "not found". */
    permission?: string
    /** The tab or link of the main menu this page belongs to. */
    menu?: string
    /** Key of the document's title. */
    title?: string
    /** The phone's tab bar is hidden, for pages with their own foot. */
    bare?: boolean
  }
}
