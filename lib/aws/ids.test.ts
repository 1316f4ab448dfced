import { expect, test } from 'vitest'
import { idPartsOf, placeOfArn } from './ids'
import { Survey } from './survey'

const balancer = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/web/50dc6c495c0c9188'
const group = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067'
const service = 'arn:aws:ecs:eu-west-1:111122223333:service/shop/web'

test('the name of an ARN', () => {
  expect(idPartsOf(balancer)).toEqual({ name: 'web', unique: 'web-50dc6c495c0c9188' })
  expect(idPartsOf(group)).toEqual({ name: 'web', unique: 'web-73e2d6bc24d8a067' })
  expect(idPartsOf(service)).toEqual({ name: 'web', unique: 'shop-web' })
  expect(idPartsOf('arn:aws:lambda:eu-west-1:111122223333:function:fn').name).toBe('fn')
})

test('the place of an ARN', () => {
  expect(placeOfArn(balancer)).toEqual({ region: 'eu-west-1', accountId: '111122223333' })
  expect(placeOfArn('web')).toBeUndefined()
})

test('a name that is taken gets the end of its ARN, and keeps it', () => {
  const survey = new Survey([])
  expect([balancer, group, service, balancer].map((arn) => survey.idOfArn(arn))).toEqual([
    'web',
    'web-73e2d6bc24d8a067',
    'shop-web',
    'web',
  ])
})
