import { expect, it } from 'vitest'
import { fieldsOf } from './fields.generated'
import { kindFields } from './kindFields'

it('the written table of fields is that of the present kinds (npm run schema writes it)', () => {
  expect(fieldsOf).toEqual(kindFields())
})
