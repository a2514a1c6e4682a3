// The documents of items 1.1 to 1.6.

const version = (n: number, state: string) => ({
  version: n,
  state,
  form: 'text',
  posts: ['officer'],
  note: n > 1 ? '补充召回流程' : '',
  approvedName: '赵立新',
  approvedAt: `2026-0${n + 4}-20T02:00:00Z`,
  effectiveDay: `2026-0${n + 5}-01`,
  reviewDay: '2027-06-01',
  hash: 'b'.repeat(64),
  asked: 2,
  confirmed: n > 1 ? 1 : 2,
})
export const bylaws = {
  items: [
    {
      kind: 'management',
      item: '1.1',
      title: '产品质量安全管理制度',
      applies: true,
      wall: false,
      posts: ['officer'],
      basis: [],
      verified: false,
      current: version(2, 'in_force'),
      versions: [version(2, 'in_force'), version(1, 'superseded')],
    },
  ],
  note: '',
}
