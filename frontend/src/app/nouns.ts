// Every feature, a line each; what the pages of one need to know of the others.

import advice from '@/features/advice/routes'
import agency from '@/features/agency/routes'
import appointment from '@/features/appointment/routes'
import area from '@/features/area/routes'
import document from '@/features/document/routes'
import bylaw from '@/features/bylaw/routes'
import dossier from '@/features/dossier/routes'
import enterprise from '@/features/enterprise/routes'
import errand from '@/features/errand/routes'
import goods from '@/features/goods/routes'
import exchange from '@/features/exchange/routes'
import hazard from '@/features/hazard/routes'
import home from '@/features/home/routes'
import identity from '@/features/identity/routes'
import inspection from '@/features/inspection/routes'
import ledger from '@/features/ledger/routes'
import notice from '@/features/notice/routes'
import licence from '@/features/licence/routes'
import monthly from '@/features/monthly/routes'
import obligation from '@/features/obligation/routes'
import record from '@/features/record/routes'
import regulator from '@/features/regulator/routes'
import risklist from '@/features/risklist/routes'
import weekly from '@/features/weekly/routes'
import training from '@/features/training/routes'
import type { Door, FeatureRoutes, TaskPage } from './features'

export const features: FeatureRoutes[] = [
  identity,
  area,
  inspection,
  agency,
  weekly,
  record,
  hazard,
  home,
  monthly,
  advice,
  risklist,
  appointment,
  training,
  obligation,
  goods,
  bylaw,
  dossier,
  enterprise,
  licence,
  document,
  exchange,
  ledger,
  notice,
  errand,
  regulator,
]

/** The doors on the enterprise's page, in the order of the features. */
export const doors: Door[] = features.flatMap((f) => f.doors ?? [])

/** Where a task of the kind is done. */
export const taskPages: Record<string, TaskPage> = Object.assign({}, ...features.map((f) => f.tasks ?? {}))
