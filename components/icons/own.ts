/**
 * Our own line drawings, on a field of 16, stroked in the colour of the text. In ink and not in AWS's purple, so that
 * nobody takes them for AWS's: AWS has no icon for these.
 */
export const ownDrawings = {
  vpcLink: 'M6.6 5.4H4.6a2.6 2.6 0 0 0 0 5.2h2M9.4 5.4h2a2.6 2.6 0 0 1 0 5.2h-2M5.4 8h5.2',
  targetGroup:
    'M8 2.6a5.4 5.4 0 1 0 0 10.8a5.4 5.4 0 0 0 0-10.8ZM8 6a2 2 0 1 0 0 4a2 2 0 0 0 0-4ZM8 1v3M8 12v3M1 8h3M12 8h3',
  securityGroup: 'M8 1.6l5 1.9v3.9c0 3.2-2 5.6-5 7c-3-1.4-5-3.8-5-7V3.5zM5.7 7.9l1.7 1.7l3-3.2',
  networkAcl: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M5.5 5h.01M5.5 8h.01M5.5 11h.01',
  routeTable: 'M3 3.5v9M3 5h5.5a2 2 0 0 1 2 2v0M3 11h9.5M10.5 9l2 2l-2 2M8.5 7.2l2 2',
  prefixList: 'M3 4h10M3 8h10M3 12h6M1.6 4h.01M1.6 8h.01M1.6 12h.01',
  resolver: 'M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 0 0 0-11.6ZM5.2 10V6l3 4V6M10.8 6.6c-1.4-1-2 .9-.7 1.4s.8 2.6-1 1.6',
  principal: 'M8 2.4a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 0 0 0-5.2ZM2.8 13.6c.4-2.9 2.4-4.4 5.2-4.4s4.8 1.5 5.2 4.4z',
  usagePlan: 'M2.5 12.5a5.5 5.5 0 1 1 11 0zM8 12.5l2.6-4',
  domainName: 'M2 4h12v8H2zM2 6.6h12M4 5.3h.01M6 5.3h.01M4.6 9.4h6.8',
  endpointService: 'M8 2l5.2 3v6L8 14l-5.2-3V5zM8 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5Z',
} satisfies Record<string, string>
