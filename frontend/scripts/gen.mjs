// Types of the wire contract: ../api/openapi.yaml → src/api/schema.gen.ts.
import { writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const ast = await openapiTS(new URL('../../api/openapi.yaml', import.meta.url), {
  defaultNonNullable: false,
})
const head = '// Code generated from api/openapi.yaml by "npm run gen". DO NOT EDIT.\n\n'
writeFileSync(new URL('../src/api/schema.gen.ts', import.meta.url), head + astToString(ast))
