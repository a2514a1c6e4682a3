// The main menus of both faces. An entry appears when its route exists and the
// person may open it.

import type { Component } from 'vue'
import IconAlertTriangle from '@tabler/icons-vue/dist/esm/icons/IconAlertTriangle.mjs'
import IconBuildingStore from '@tabler/icons-vue/dist/esm/icons/IconBuildingStore.mjs'
import IconCalendarCheck from '@tabler/icons-vue/dist/esm/icons/IconCalendarCheck.mjs'
import IconClipboardText from '@tabler/icons-vue/dist/esm/icons/IconClipboardText.mjs'
import IconUser from '@tabler/icons-vue/dist/esm/icons/IconUser.mjs'

export interface MenuEntry {
  /** Also its translation under menu. */
  key: string
  /** The route's name. */
  route: string
  permission?: string
  icon?: Component
  /** Stands in the top bar of a wide screen only. */
  wide?: boolean
}

export const enterpriseMenu: MenuEntry[] = [
  { key: 'today', route: 'record.today', permission: 'obligation.read', icon: IconCalendarCheck },
  { key: 'home', route: 'home.enterprise', permission: 'home.read', wide: true },
  { key: 'hazards', route: 'hazard.list', permission: 'hazard.read', icon: IconAlertTriangle },
  { key: 'records', route: 'record.archive', permission: 'record.daily.read', icon: IconClipboardText },
  { key: 'enterprise', route: 'enterprise.home', permission: 'enterprise.read', icon: IconBuildingStore },
  { key: 'me', route: 'identity.me', icon: IconUser },
]

export const authorityMenu: MenuEntry[] = [
  { key: 'overview', route: 'area.overview', permission: 'area.read' },
  { key: 'enterprises', route: 'area.enterprises', permission: 'area.read' },
  { key: 'orders', route: 'hazard.orders', permission: 'hazard.order.close' },
  { key: 'suspicions', route: 'goods.reported', permission: 'goods.receipt' },
  { key: 'inspections', route: 'inspection.list', permission: 'inspection.read' },
  { key: 'errands', route: 'errand.area', permission: 'errand.area.read' },
  { key: 'statistics', route: 'statistics.months' },
  { key: 'members', route: 'agency.members', permission: 'regulator.member.read' },
  { key: 'staffing', route: 'staffing.switches', permission: 'staffing.decide' },
  { key: 'audit', route: 'agency.audit', permission: 'regulator.audit.read' },
]
