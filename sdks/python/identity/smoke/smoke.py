"""What an application does with the SDK, against the service at BASE_URL."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import uuid4

import urllib3
from faultmaven_identity import ApiClient, Configuration, LoginRequest, ProfileApi, RegisterRequest
from faultmaven_identity.exceptions import ApiException
from faultmaven_identity.problems import problem_of
from faultmaven_identity.token_source import SignedOut, TokenSource
from faultmaven_identity.token_store import InMemory

HOST = os.environ["BASE_URL"]
NAME = f"python-{str(uuid4())[:12]}"
PASSWORD = "the analytical engine weaves"
# each access token is as good as expired
ALWAYS = {"margin": 1e9, "pause": 0.001}


class Losing(ApiClient):
    """Loses the answers to the first refreshes, or to all; meanwhile something may happen."""

    def __init__(self, answers, meanwhile=lambda: None):
        super().__init__(Configuration(host=HOST))
        self.answers = answers
        self.meanwhile = meanwhile
        self.asked = []

    def call_api(self, method, url, *arguments, **named):
        answer = super().call_api(method, url, *arguments, **named)
        if url.endswith("/refresh"):
            self.meanwhile()
            self.asked.append((arguments, named.get("body")))
            if len(self.asked) <= self.answers:
                raise urllib3.exceptions.ProtocolError("The answer is lost.")
        return answer


def sign_in_of(store, client=None):
    return TokenSource(HOST, store=store, client=client, **ALWAYS)


def profile_of(sign_in):
    with ApiClient(sign_in.configure(Configuration(host=HOST))) as client:
        return ProfileApi(client).get_profile()


def credentials(password):
    return LoginRequest(username=NAME, password=password)


def expect(kind, request):
    try:
        request()
    except kind as expected:
        return expected
    raise AssertionError(f"no {kind.__name__}")


def registers(store):
    first = TokenSource(HOST, store=store)
    expect(SignedOut, first.token)
    tokens = first.register(RegisterRequest(username=NAME, email=f"{NAME}@example.com", password=PASSWORD))
    assert tokens.user.username == NAME and tokens.session_id.startswith("session_"), tokens
    assert profile_of(first).username == NAME
    assert first.token() == first.token()
    refused = expect(ApiException, lambda: first.sign_in(credentials("wrong")))
    assert problem_of(refused).code == "INVALID_CREDENTIALS", refused
    return first


def refreshes_once_for_all_threads(first, store):
    # a token is as good as expired until it is replaced
    before = first.token()
    counted = Losing(0)
    second = TokenSource(HOST, store=store, client=counted, pause=0.001)
    store.save(replace(store.load(), expires_at=0))
    with ThreadPoolExecutor(10) as threads:
        tokens = set(threads.map(lambda _: second.token(), range(10)))
    assert len(counted.asked) == 1 and len(tokens) == 1 and tokens != {before}, (counted.asked, tokens)


def goes_on_in_two_programs(store):
    mine, theirs = InMemory(), InMemory()
    mine.save(store.load())
    theirs.save(store.load())
    with ThreadPoolExecutor(2) as threads:
        both = list(threads.map(lambda kept: sign_in_of(kept).token(), (mine, theirs)))
    assert both[0] != both[1]
    for kept in (mine, theirs):
        assert profile_of(sign_in_of(kept)).username == NAME
    return mine


def repeats_what_was_lost(mine):
    lossy = Losing(2)
    sign_in_of(mine, lossy).token()
    assert len(lossy.asked) == 3 and all(asked == lossy.asked[0] for asked in lossy.asked), lossy.asked
    kept = mine.load()
    assert sign_in_of(mine, Losing(9)).token() == kept.access_token
    assert mine.load() == kept
    mine.save(replace(kept, expires_at=0))
    expect(urllib3.exceptions.ProtocolError, sign_in_of(mine, Losing(9)).token)
    assert mine.load().refresh_token == kept.refresh_token


def fails_once_for_all_threads(mine):
    mine.save(replace(mine.load(), expires_at=0))
    lossy = Losing(99)
    waiting = TokenSource(HOST, store=mine, client=lossy, margin=1e9, pause=0.2)
    with ThreadPoolExecutor(10) as threads:
        failures = threads.map(lambda _: expect(urllib3.exceptions.ProtocolError, waiting.token), range(10))
    assert len(list(failures)) == 10 and len(lossy.asked) == 3, lossy.asked


def forgets_nobody_else(mine):
    """Somebody signs in while a refresh is under way, and stays signed in."""
    before = mine.load()
    other = TokenSource(HOST, store=mine)
    overtaken = TokenSource(HOST, store=mine, client=Losing(0, lambda: other.sign_in(credentials(PASSWORD))))
    assert overtaken.token() == mine.load().access_token
    assert mine.load().refresh_token != before.refresh_token


def goes_on_as_a_service(mine):
    service = TokenSource(HOST)
    service.resume(mine.load().refresh_token)
    assert profile_of(service).username == NAME
    service.resume("fmr_nobody")
    expect(SignedOut, service.token)


def signs_out(first, mine):
    elsewhere = TokenSource(HOST)
    elsewhere.sign_in(credentials(PASSWORD))
    elsewhere.sign_out()
    expect(SignedOut, elsewhere.token)
    first.sign_out(everywhere=True)
    expect(SignedOut, sign_in_of(mine).token)
    assert mine.load() is None


def main():
    store = InMemory()
    first = registers(store)
    refreshes_once_for_all_threads(first, store)
    mine = goes_on_in_two_programs(store)
    repeats_what_was_lost(mine)
    fails_once_for_all_threads(mine)
    forgets_nobody_else(mine)
    goes_on_as_a_service(mine)
    signs_out(first, mine)
    print("python: all is well")


main()
