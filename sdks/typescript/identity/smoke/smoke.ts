// What an application does with the SDK, against the service at BASE_URL.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createClient, inMemory, inStorage, type Middleware, ProblemError, SignedOut, TokenSource } from '@faultmaven/identity';

const baseUrl = process.env['BASE_URL'] ?? 'http://localhost:8003';
const username = `typescript-${randomUUID()}`;
const password = 'the analytical engine weaves';

// each access token is as good as expired
const always = { baseUrl, margin: Number.MAX_SAFE_INTEGER, pause: 1 };

/** Loses the answers to the first refreshes, or to all; meanwhile something may happen. */
function losing(answers: number, meanwhile?: () => Promise<unknown>): Middleware & { asked: string[] } {
    const asked: string[] = [];
    return {
        asked,
        async post({ url, init }) {
            await meanwhile?.();
            if (url.endsWith('/refresh')) {
                asked.push(String(init.body));
                if (asked.length <= answers) throw new Error('The answer is lost.');
            }
        },
    };
}

async function isSignedOut(request: Promise<unknown>): Promise<void> {
    await assert.rejects(request, (failure) => failure instanceof SignedOut);
}

// registers, and is known by its token from then on
const store = inMemory();
const first = new TokenSource({ baseUrl, store });
await isSignedOut(first.token());
const registered = await first.register({ username, email: `${username}@example.com`, password, clientId: 'smoke' });
assert.equal(registered.user.username, username);
assert.match(registered.sessionId, /^session_/);
const { auth, profile } = createClient({ baseUrl, token: first.token });
assert.equal((await profile.getProfile()).username, username);
assert.equal(await first.token(), await first.token());

// is told of a wrong password
await assert.rejects(first.signIn({ username, password: 'wrong' }), (failure) => {
    return failure instanceof ProblemError && failure.problem.code === 'INVALID_CREDENTIALS';
});

// ten requests of one window are one refresh
const counted = losing(0);
const second = new TokenSource({ ...always, store, middleware: [counted] });
const before = await first.token();
const tokens = await Promise.all(Array.from({ length: 10 }, () => second.token()));
assert.equal(counted.asked.length, 1);
assert.equal(new Set(tokens).size, 1);
assert.notEqual(tokens[0], before);
assert.equal(await first.token(), tokens[0]);

// two windows that know nothing of each other refresh at once, and both go on
const mine = inMemory();
const theirs = inMemory();
await mine.save(await store.load());
await theirs.save(await store.load());
const windows = [new TokenSource({ ...always, store: mine }), new TokenSource({ ...always, store: theirs })];
const both = await Promise.all(windows.map((window) => window.token()));
assert.notEqual(both[0], both[1]);
for (const window of windows) {
    assert.equal((await createClient({ baseUrl, token: window.token }).profile.getProfile()).username, username);
}

// answers are lost, and the same token comes again
const lossy = losing(2);
await new TokenSource({ ...always, store: mine, middleware: [lossy] }).token();
assert.equal(lossy.asked.length, 3);
assert.equal(new Set(lossy.asked).size, 1);

// without any answer, the token there is serves until its end, and nobody is signed out
const kept = await mine.load();
assert.equal(await new TokenSource({ ...always, store: mine, middleware: [losing(9)] }).token(), kept?.accessToken);
assert.deepEqual(await mine.load(), kept);
assert.ok(kept);
await mine.save({ ...kept, expiresAt: 0 });
await assert.rejects(new TokenSource({ ...always, store: mine, middleware: [losing(9)] }).token(), /lost/);
assert.equal((await mine.load())?.refreshToken, kept.refreshToken);

// ten requests that wait for a refresh in vain fail together
const vain = losing(99);
const waiting = new TokenSource({ ...always, store: mine, middleware: [vain] });
const failures = await Promise.allSettled(Array.from({ length: 10 }, () => waiting.token()));
assert.ok(failures.every(({ status }) => status === 'rejected'));
assert.equal(vain.asked.length, 3);

// somebody signs in while a refresh is under way, and stays signed in
const other = new TokenSource({ baseUrl, store: mine });
const overtaken = losing(0, () => other.signIn({ username, password }));
const slow = new TokenSource({ baseUrl, store: mine, middleware: [overtaken] });
assert.equal(await slow.token(), (await mine.load())?.accessToken);
assert.notEqual((await mine.load())?.refreshToken, kept.refreshToken);
assert.equal(overtaken.asked.length, 1);

// goes on with the refresh token of a service, as long as it is one
const service = new TokenSource({ baseUrl });
await service.resume((await mine.load())?.refreshToken ?? '');
assert.equal((await createClient({ baseUrl, token: service.token }).profile.getProfile()).username, username);
await service.resume('fmr_nobody');
await isSignedOut(service.token());

// what was kept is found again after a restart
const browser = new Map<string, string>();
const storage = {
    getItem: (key: string) => browser.get(key) ?? null,
    setItem: (key: string, value: string) => void browser.set(key, value),
    removeItem: (key: string) => void browser.delete(key),
};
await new TokenSource({ baseUrl, store: inStorage(storage) }).signIn({ username, password });
const restarted = new TokenSource({ ...always, store: inStorage(storage) });
assert.equal((await createClient({ baseUrl, token: restarted.token }).profile.getProfile()).username, username);

// signs out here, and then everywhere
await restarted.signOut();
assert.equal(browser.size, 0);
await isSignedOut(restarted.token());
await auth.logout({ logoutRequest: { all: true } });
await isSignedOut(new TokenSource({ ...always, store: mine }).token());
assert.equal(await mine.load(), undefined);

console.log('typescript: all is well');
