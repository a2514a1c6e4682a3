import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

/**
 * What a feature's routes.ts exports: pages per face. Enterprise pages live
 * under /e/:enterprise, authority pages under /a/:agency; paths are relative.
 */
export interface FeatureRoutes {
  enterprise?: RouteRecordRaw[]
  authority?: RouteRecordRaw[]
  public?: RouteRecordRaw[]
  /** Doors on the enterprise's page. */
  doors?: Door[]
  /** Where a task is done, by the kind of its obligation. */
  tasks?: Record<string, TaskPage>
}

/**
 * A door on the enterprise's page. It is titled enterprise.door.<key> and
 * explained by enterprise.doors.<key>.
 */
export interface Door {
  key: string
  group: 'duties' | 'system' | 'goods' | 'papers'
  /** The route's name. */
  route: string
  params?: Record<string, string>
  icon: Component
  /** Any of them opens it. */
  permissions: string[]
}

export interface TaskPage {
  /** Is shown before the task. */
  icon: Component
  /** The account is empty where it is the post's, or unknown. */
  to: (task: { subject: string; day: string; account: string }) => {
    name: string
    params?: Record<string, string>
  }
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
    /** Nouns besides the page's own whose words it speaks. */
    words?: string[]
    /** The phone's tab bar is hidden, for pages with their own foot. */
    bare?: boolean
  }
}
