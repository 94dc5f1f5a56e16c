"""What time it is. Call ``clock.now()``, so that a test can set the clock in one place."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)
