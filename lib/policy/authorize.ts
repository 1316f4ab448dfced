import type { Authorization, AuthorizeRequest } from './decide'

export declare function authorize(request: AuthorizeRequest): Authorization
export declare function askEndpoint(request: AuthorizeRequest): Authorization
export declare function askDomain(request: AuthorizeRequest): Authorization
export declare function askApi(request: AuthorizeRequest): Authorization
