/** What is read of an enterprise that the form asks for in no item. */
export const beside = ['archive', 'licences', 'goods', 'commissions'] as const
