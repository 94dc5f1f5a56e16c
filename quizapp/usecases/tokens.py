"""Random tokens that open something. Whoever has one keeps it; we keep its hash."""

import hashlib
import secrets


def fresh() -> str:
    """A new token of 256 random bits, safe to stand in an address."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """What to keep of *token*. It has too many bits for a plain hash to be turned back."""
    return hashlib.sha256(token.encode()).hexdigest()
