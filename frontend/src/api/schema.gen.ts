// Code generated from api/openapi.yaml by "npm run gen". DO NOT EDIT.

export type paths = Record<string, never>
