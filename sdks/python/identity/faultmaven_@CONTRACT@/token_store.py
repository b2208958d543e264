"""Where the tokens of a sign-in are kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional, Protocol


@dataclass(frozen=True)
class KeptTokens:
    """The tokens of a sign-in as they are kept; the time in seconds since 1970."""

    access_token: str = field(repr=False)
    expires_at: float
    refresh_token: str = field(repr=False)


class TokenStore(Protocol):
    """Where tokens are kept. Programs that keep them in the same place share a sign-in."""

    def load(self) -> Optional[KeptTokens]: ...

    def save(self, tokens: Optional[KeptTokens]) -> None:
        """Without tokens, forgets those there are."""


class InMemory:
    """Keeps tokens for as long as the program runs."""

    def __init__(self) -> None:
        self._kept: Optional[KeptTokens] = None

    def load(self) -> Optional[KeptTokens]:
        return self._kept

    def save(self, tokens: Optional[KeptTokens]) -> None:
        self._kept = tokens
