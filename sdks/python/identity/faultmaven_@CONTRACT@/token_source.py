"""Signs somebody in, and gives access tokens that are good to the clients of all contracts."""

from __future__ import annotations

import copy
import threading
import time
from typing import Optional, TypeVar

import urllib3
from faultmaven_@CONTRACT@.api.auth_api import AuthApi
from faultmaven_@CONTRACT@.api_client import ApiClient
from faultmaven_@CONTRACT@.configuration import Configuration
from faultmaven_@CONTRACT@.exceptions import ApiException
from faultmaven_@CONTRACT@.models.login_request import LoginRequest
from faultmaven_@CONTRACT@.models.logout_request import LogoutRequest
from faultmaven_@CONTRACT@.models.problem import Problem
from faultmaven_@CONTRACT@.models.refresh_request import RefreshRequest
from faultmaven_@CONTRACT@.models.register_request import RegisterRequest
from faultmaven_@CONTRACT@.models.tokens import Tokens
from faultmaven_@CONTRACT@.token_store import InMemory, KeptTokens, TokenStore

ATTEMPTS = 3
FAILURES = (ApiException, urllib3.exceptions.HTTPError)
AnyConfiguration = TypeVar("AnyConfiguration")


class SignedOut(Exception):
    """Nobody is signed in, or not any more: ask who it is."""


class TokenSource:
    """Somebody's sign-in: gives an access token that is good whenever one is asked for, on any thread.

    Two programs may refresh at once, which the service forgives, as it does when an answer was lost and the same token
    comes again. Only a refusal of the service ends a sign-in here, never a failure on the way to it.
    """

    def __init__(
        self,
        host: str,
        store: Optional[TokenStore] = None,
        margin: float = 60.0,
        pause: float = 1.0,
        limit: float = 15.0,
        client: Optional[ApiClient] = None,
    ) -> None:
        """
        host: where the service is, without /api
        margin: how many seconds before its end an access token is replaced
        pause: how many seconds to wait before a refresh that failed is tried again, twice as many each time
        limit: how many seconds to wait for the answer to a refresh
        client: what calls the service; one of its own unless given
        """
        self._store = store or InMemory()
        self._margin = margin
        self._pause = pause
        self._limit = limit
        self._auth = AuthApi(client or ApiClient(Configuration(host=host)))
        self._turn = threading.Lock()
        # the last refresh without an answer, and when, for who waited meanwhile; read and written in turn
        self._failed: tuple[float, Optional[Exception]] = (0.0, None)

    def sign_in(self, request: LoginRequest) -> Tokens:
        """Signs in, and gives what the service says about it."""
        answer = self._auth.login(request)
        self._store.save(_kept_of(answer))
        return answer

    def register(self, request: RegisterRequest) -> Tokens:
        """Makes an account and signs in with it."""
        answer = self._auth.register(request)
        self._store.save(_kept_of(answer))
        return answer

    def resume(self, refresh_token: str) -> None:
        """Goes on with a sign-in of which there is a refresh token, such as that of a service account."""
        self._store.save(KeptTokens("", 0, refresh_token))

    def token(self) -> str:
        """An access token; raises SignedOut if nobody is signed in any more."""
        kept = self._kept()
        if self._is_fresh(kept):
            return kept.access_token
        try:
            return self._refreshed_in_turn().access_token
        except FAILURES:
            if kept.expires_at <= time.time():
                raise
            return kept.access_token

    def configure(self, configuration: AnyConfiguration) -> AnyConfiguration:
        """A configuration like this one, of any contract, that asks for a token with every request."""
        signed_in = copy.copy(configuration)
        token = self.token

        class SignedIn(type(configuration)):  # type: ignore[misc]
            @property
            def access_token(self) -> str:
                return token()

            @access_token.setter
            def access_token(self, _: object) -> None:
                pass

        signed_in.__dict__.pop("access_token", None)
        signed_in.__class__ = SignedIn
        return signed_in

    def sign_out(self, everywhere: bool = False) -> None:
        """Ends this sign-in, or all of its user. The tokens are forgotten whatever happens."""
        try:
            authorization = {"Authorization": f"Bearer {self.token()}"}
            self._auth.logout(logout_request=LogoutRequest(all=everywhere), _headers=authorization)
        except SignedOut:
            pass
        except ApiException as failure:
            if failure.status != 401:
                raise
        finally:
            self._store.save(None)

    def _refreshed_in_turn(self) -> KeptTokens:
        """Who waited for a refresh that failed fails as well, instead of trying one after the other."""
        asked = time.monotonic()
        with self._turn:
            at, failure = self._failed
            if failure is not None and at > asked:
                raise failure
            self._failed = (0.0, None)
            try:
                return self._refreshed()
            except FAILURES as failure:
                self._failed = (time.monotonic(), failure)
                raise

    def _refreshed(self) -> KeptTokens:
        # another thread or program may have been first
        sent = self._kept()
        if self._is_fresh(sent):
            return sent
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._settle(sent, self._exchange(sent))
            except FAILURES as failure:
                if _is_refusal(failure):
                    return self._refused(sent)
                if attempt == ATTEMPTS:
                    raise
            time.sleep(self._pause * 2 ** (attempt - 1))
        raise AssertionError("the last attempt returns or raises")

    def _exchange(self, sent: KeptTokens) -> KeptTokens:
        request = RefreshRequest(refresh_token=sent.refresh_token)
        return _kept_of(self._auth.refresh_tokens(request, _request_timeout=self._limit))

    def _settle(self, sent: KeptTokens, got: KeptTokens) -> KeptTokens:
        """Keeps what was got, unless somebody signed out, in, or refreshed elsewhere meanwhile."""
        now = self._kept()
        if now.refresh_token != sent.refresh_token and self._is_fresh(now):
            return now
        self._store.save(got)
        return got

    def _refused(self, sent: KeptTokens) -> KeptTokens:
        """Goes on with what another program has got meanwhile, or ends the sign-in."""
        if self._kept().refresh_token != sent.refresh_token:
            return self._refreshed()
        self._store.save(None)
        raise SignedOut("The sign-in has ended.")

    def _kept(self) -> KeptTokens:
        kept = self._store.load()
        if kept is None:
            raise SignedOut("Nobody is signed in.")
        return kept

    def _is_fresh(self, kept: KeptTokens) -> bool:
        return kept.expires_at - time.time() > self._margin


def _kept_of(answer) -> KeptTokens:
    return KeptTokens(answer.access_token, time.time() + answer.expires_in, answer.refresh_token)


def _is_refusal(failure: Exception) -> bool:
    """Whether the service said no; what a proxy says, and what may pass, is none."""
    problem = failure.data if isinstance(failure, ApiException) else None
    return isinstance(problem, Problem) and problem.status < 500 and problem.status not in (408, 429)
