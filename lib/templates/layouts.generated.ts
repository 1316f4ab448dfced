// Written by bin/layouts.mjs.
import type { Place } from '@/lib/topology/document'

export const layouts: Record<string, Record<string, Place>> = {
  "nlb-fargate": {
    "sg-0a0000000000ec501": {
      "x": 21,
      "y": 486
    },
    "client-provider": {
      "x": 21,
      "y": 78
    },
    "web-app-fargate-nlb-internal": {
      "x": 21,
      "y": 180
    },
    "web-app-fargate-nlb-tg": {
      "x": 21,
      "y": 282
    },
    "web-app-fargate": {
      "x": 21,
      "y": 384
    }
  },
  "regional-api": {
    "internet": {
      "x": 0,
      "y": 52
    },
    "iyh6euenkb": {
      "x": 199,
      "y": 52
    },
    "t0f7wl": {
      "x": 369,
      "y": 52
    },
    "client-provider": {
      "x": 199,
      "y": 219
    },
    "sg-0a0000000000ec501": {
      "x": 369,
      "y": 525
    },
    "web-app-fargate-nlb-internal": {
      "x": 369,
      "y": 219
    },
    "web-app-fargate-nlb-tg": {
      "x": 369,
      "y": 321
    },
    "web-app-fargate": {
      "x": 369,
      "y": 423
    },
    "client-plain": {
      "x": 575,
      "y": 78
    }
  },
  "private-api": {
    "client-provider": {
      "x": 21,
      "y": 219
    },
    "sg-0a0000000000e9001": {
      "x": 221,
      "y": 321
    },
    "vpce-0d4d61b31cecd49fc": {
      "x": 221,
      "y": 219
    },
    "sg-0a0000000000ec501": {
      "x": 391,
      "y": 525
    },
    "web-app-fargate-nlb-internal": {
      "x": 391,
      "y": 219
    },
    "web-app-fargate-nlb-tg": {
      "x": 391,
      "y": 321
    },
    "web-app-fargate": {
      "x": 391,
      "y": 423
    },
    "3i95y1yx06": {
      "x": 221,
      "y": 52
    },
    "t0f7wl": {
      "x": 391,
      "y": 52
    },
    "webpage.example.com": {
      "x": 590,
      "y": 52
    }
  },
  "cross-account": {
    "sg-0d0000000000e9001": {
      "x": 21,
      "y": 282
    },
    "vpce-08cbeb493b8abab4f": {
      "x": 21,
      "y": 180
    },
    "client-account2": {
      "x": 21,
      "y": 78
    },
    "client-provider": {
      "x": 241,
      "y": 219
    },
    "sg-0a0000000000e9001": {
      "x": 441,
      "y": 321
    },
    "vpce-0d4d61b31cecd49fc": {
      "x": 441,
      "y": 219
    },
    "sg-0a0000000000ec501": {
      "x": 611,
      "y": 525
    },
    "web-app-fargate-nlb-internal": {
      "x": 611,
      "y": 219
    },
    "web-app-fargate-nlb-tg": {
      "x": 611,
      "y": 321
    },
    "web-app-fargate": {
      "x": 611,
      "y": 423
    },
    "3i95y1yx06": {
      "x": 441,
      "y": 52
    },
    "t0f7wl": {
      "x": 611,
      "y": 52
    },
    "webpage.example.com": {
      "x": 810,
      "y": 52
    }
  },
  "two-api-chain": {
    "sg-0b0000000000e9001": {
      "x": 21,
      "y": 486
    },
    "vpce-080de204ca78d2883": {
      "x": 21,
      "y": 180
    },
    "web-app-fargate-nlb-consumer": {
      "x": 21,
      "y": 384
    },
    "consumer-tg": {
      "x": 21,
      "y": 282
    },
    "client-consumer": {
      "x": 21,
      "y": 78
    },
    "v944po9kjb": {
      "x": 227,
      "y": 52
    },
    "lsm4cw": {
      "x": 397,
      "y": 52
    },
    "3i95y1yx06": {
      "x": 597,
      "y": 52
    },
    "t0f7wl": {
      "x": 767,
      "y": 52
    },
    "client-provider": {
      "x": 227,
      "y": 219
    },
    "web-app-fargate-nlb-internal2": {
      "x": 397,
      "y": 219
    },
    "web-app-fargate-nlb-internal-tg2": {
      "x": 397,
      "y": 321
    },
    "sg-0a0000000000e9001": {
      "x": 597,
      "y": 423
    },
    "vpce-0d4d61b31cecd49fc": {
      "x": 597,
      "y": 321
    },
    "sg-0a0000000000ec501": {
      "x": 767,
      "y": 525
    },
    "web-app-fargate-nlb-internal": {
      "x": 767,
      "y": 219
    },
    "web-app-fargate-nlb-tg": {
      "x": 767,
      "y": 321
    },
    "web-app-fargate": {
      "x": 767,
      "y": 423
    },
    "webpage.example.com": {
      "x": 966,
      "y": 52
    }
  }
}
