import { createClient, ProblemError } from './client.js';
import type { LoginRequest, RegisterRequest, Tokens } from './models/index.js';
import type { Middleware } from './runtime.js';
import { inMemory, type KeptTokens, type TokenStore } from './token-store.js';

/** Nobody is signed in, or not any more: ask who it is. */
export class SignedOut extends Error {
    override readonly name = 'SignedOut';
}

export interface TokenSourceOptions {
    /** Where the service is, without `/api`. */
    baseUrl: string;
    /** Where the tokens are kept; in memory unless said. */
    store?: TokenStore;
    /** How many milliseconds before its end an access token is replaced; a minute unless said. */
    margin?: number;
    /** How long to wait before a refresh that failed is tried again, in milliseconds; twice as long each time. */
    pause?: number;
    /** How long to wait for the answer to a refresh, in milliseconds; 15 seconds unless said. */
    limit?: number;
    /** Called before and after every request. */
    middleware?: Middleware[];
}

type Answer = { accessToken: string; expiresIn: number; refreshToken: string };

const LOCK = 'faultmaven-sign-in';
const ATTEMPTS = 3;

/**
 * Somebody's sign-in: gives an access token that is good whenever one is asked for. Windows take turns where the browser
 * has locks; where it has none, two may refresh at once, which the service forgives, as it does when an answer was lost
 * and the same token comes again. Only a refusal of the service ends a sign-in here, never a failure on the way to it.
 */
export class TokenSource {
    private readonly store: TokenStore;
    private readonly margin: number;
    private readonly pause: number;
    private readonly limit: number;
    private refreshing: Promise<KeptTokens> | undefined;

    constructor(private readonly options: TokenSourceOptions) {
        this.store = options.store ?? inMemory();
        this.margin = options.margin ?? 60_000;
        this.pause = options.pause ?? 1_000;
        this.limit = options.limit ?? 15_000;
    }

    /** Signs in, and gives what the service says about it. */
    async signIn(loginRequest: LoginRequest): Promise<Tokens> {
        const answer = await this.client().auth.login({ loginRequest });
        await this.store.save(keptOf(answer));
        return answer;
    }

    /** Makes an account and signs in with it. */
    async register(registerRequest: RegisterRequest): Promise<Tokens> {
        const answer = await this.client().auth.register({ registerRequest });
        await this.store.save(keptOf(answer));
        return answer;
    }

    /** Goes on with a sign-in of which there is a refresh token, such as that of a service account. */
    async resume(refreshToken: string): Promise<void> {
        await this.store.save({ accessToken: '', expiresAt: 0, refreshToken });
    }

    /** An access token, for `createClient({ token: signIn.token })` of every contract. */
    readonly token = async (): Promise<string> => {
        const kept = await this.kept();
        if (this.isFresh(kept)) return kept.accessToken;
        this.refreshing ??= oneAtATime(() => this.refresh()).finally(() => (this.refreshing = undefined));
        try {
            return (await this.refreshing).accessToken;
        } catch (failure) {
            if (failure instanceof SignedOut || kept.expiresAt <= Date.now()) throw failure;
            return kept.accessToken;
        }
    };

    /** Ends this sign-in, or all of its user. The tokens are forgotten whatever happens. */
    async signOut(everywhere = false): Promise<void> {
        try {
            await this.client(this.token).auth.logout({ logoutRequest: { all: everywhere } });
        } catch (failure) {
            if (!hasEnded(failure)) throw failure;
        } finally {
            await this.store.save(undefined);
        }
    }

    private async refresh(): Promise<KeptTokens> {
        // another window may have been first
        const sent = await this.kept();
        if (this.isFresh(sent)) return sent;
        for (let attempt = 1; ; attempt++) {
            try {
                return await this.settle(sent, await this.exchange(sent));
            } catch (failure) {
                if (isRefusal(failure)) return this.refused(sent);
                if (failure instanceof SignedOut || attempt === ATTEMPTS) throw failure;
            }
            await new Promise((resolve) => setTimeout(resolve, this.pause * 2 ** (attempt - 1)));
        }
    }

    private async exchange({ refreshToken }: KeptTokens): Promise<KeptTokens> {
        const signal = AbortSignal.timeout(this.limit);
        return keptOf(await this.client().auth.refreshTokens({ refreshRequest: { refreshToken } }, { signal }));
    }

    /** Keeps what was got, unless somebody signed out, in, or refreshed elsewhere meanwhile. */
    private async settle(sent: KeptTokens, got: KeptTokens): Promise<KeptTokens> {
        const now = await this.kept();
        if (now.refreshToken !== sent.refreshToken && this.isFresh(now)) return now;
        await this.store.save(got);
        return got;
    }

    /** Goes on with what another window has got meanwhile, or ends the sign-in. */
    private async refused(sent: KeptTokens): Promise<KeptTokens> {
        const now = await this.kept();
        if (now.refreshToken !== sent.refreshToken) return this.refresh();
        await this.store.save(undefined);
        throw new SignedOut('The sign-in has ended.');
    }

    private async kept(): Promise<KeptTokens> {
        const kept = await this.store.load();
        if (!kept) throw new SignedOut('Nobody is signed in.');
        return kept;
    }

    private isFresh({ expiresAt }: KeptTokens): boolean {
        return expiresAt - Date.now() > this.margin;
    }

    private client(token?: () => Promise<string>) {
        const { baseUrl, middleware } = this.options;
        return createClient({ baseUrl, middleware, token });
    }
}

function keptOf({ accessToken, expiresIn, refreshToken }: Answer): KeptTokens {
    return { accessToken, expiresAt: Date.now() + expiresIn * 1_000, refreshToken };
}

/** Whether the service said no; what a proxy says, and what may pass, is none. */
function isRefusal(failure: unknown): boolean {
    return failure instanceof ProblemError && failure.problem.status < 500 && ![408, 429].includes(failure.problem.status);
}

function hasEnded(failure: unknown): boolean {
    return failure instanceof SignedOut || (failure instanceof ProblemError && failure.problem.status === 401);
}

function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const locks = globalThis.navigator?.locks;
    return locks ? (locks.request(LOCK, work) as Promise<T>) : work();
}
