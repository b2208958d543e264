import * as apis from './apis/index.js';
import type { Problem } from './models/index.js';
import { ProblemFromJSON } from './models/index.js';
import type { Middleware, ResponseContext } from './runtime.js';
import { Configuration } from './runtime.js';

export * from './index.js';
export * from './more.js';

/** A refusal of the service, or its failure. Decide by `problem.code`. */
export class ProblemError extends Error {
    override readonly name = 'ProblemError';

    constructor(
        readonly problem: Problem,
        readonly response: Response,
    ) {
        super(`${problem.status} ${problem.code}: ${problem.detail}`);
    }
}

/** Turns every answer that is a problem (RFC 9457) into a ProblemError. Answers of proxies stay ResponseErrors. */
export const throwProblems: Middleware = {
    async post({ response }: ResponseContext): Promise<void> {
        const type = response.headers.get('Content-Type') ?? '';
        if (!response.ok && type.startsWith('application/problem+json')) {
            throw new ProblemError(ProblemFromJSON(await response.clone().json()), response);
        }
    },
};

export interface ClientOptions {
    /** Where the service is, without `/api`. */
    baseUrl: string;
    /** The bearer token, or what gives one for each request. */
    token?: string | (() => string | Promise<string>);
    /** Who is calling, where no gateway says so: on one's own machine. */
    userId?: string;
    /** Called before and after every request. */
    middleware?: Middleware[];
}

type Apis = typeof apis;

/** What a client offers, by tag: `cases` for a `CasesApi`. */
export type Client = {
    [Name in keyof Apis as Name extends `${infer Tag}Api` ? Uncapitalize<Tag> : never]: Apis[Name] extends new (
        configuration: Configuration,
    ) => infer Api
        ? Api
        : never;
};

/** All operations of the service, for one caller. */
export function createClient({ baseUrl, token, userId, middleware = [] }: ClientOptions): Client {
    const configuration = new Configuration({
        basePath: baseUrl,
        accessToken: typeof token === 'function' ? async () => token() : token,
        apiKey: userId,
        middleware: [...middleware, throwProblems],
    });
    const byTag = Object.entries(apis)
        .filter(([name]) => name.endsWith('Api'))
        .map(([name, api]) => [
            name.charAt(0).toLowerCase() + name.slice(1, -'Api'.length),
            new (api as new (configuration: Configuration) => unknown)(configuration),
        ]);
    return Object.fromEntries(byTag) as Client;
}
