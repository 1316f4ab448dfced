import { describe, expect, it } from 'vitest'
import { readSettings } from './settings'

const root = { THROUGHLINE_ROOT: '/product' }

describe('settings', () => {
  it('serve this machine on port 3000 with data beside the sources', () => {
    expect(readSettings(root)).toEqual({
      root: '/product',
      port: 3000,
      host: '127.0.0.1',
      loopback: true,
      publicUrl: 'http://localhost:3000',
      data: '/product/.data',
      distDir: '/product/.next',
    })
  })

  it.each([
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.4', false],
    ['127.example.com', false],
  ])('tell whether %s is this machine alone', (host, loopback) => {
    expect(readSettings({ ...root, HOST: host }).loopback).toBe(loopback)
  })

  it('take the public address as people type it', () => {
    expect(readSettings({ ...root, HOST: '0.0.0.0', PORT: '80' }).publicUrl).toBe('http://localhost:80')
    expect(readSettings({ ...root, THROUGHLINE_URL: 'https://t.example.com/' }).publicUrl).toBe('https://t.example.com')
  })

  it('refuse what is no port and no address', () => {
    expect(() => readSettings({ ...root, PORT: 'http' })).toThrow('PORT is "http"')
    expect(() => readSettings({ ...root, THROUGHLINE_URL: 'example' })).toThrow('THROUGHLINE_URL is "example"')
  })
})
