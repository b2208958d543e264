/** The tokens of a sign-in as they are kept; times in milliseconds since 1970. */
export interface KeptTokens {
    accessToken: string;
    expiresAt: number;
    refreshToken: string;
}

/** Where tokens are kept. Windows that keep them in the same place share a sign-in. */
export interface TokenStore {
    load(): KeptTokens | undefined | Promise<KeptTokens | undefined>;
    /** Without tokens, forgets those there are. */
    save(tokens: KeptTokens | undefined): void | Promise<void>;
}

/** Keeps tokens for as long as the program runs. */
export function inMemory(): TokenStore {
    let kept: KeptTokens | undefined;
    return { load: () => kept, save: (tokens) => void (kept = tokens) };
}

/** Keeps tokens in a storage of the browser, such as `localStorage`. */
export function inStorage(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, key = 'faultmaven-sign-in'): TokenStore {
    return {
        load: () => JSON.parse(storage.getItem(key) ?? 'null') ?? undefined,
        save: (tokens) => (tokens ? storage.setItem(key, JSON.stringify(tokens)) : storage.removeItem(key)),
    };
}
