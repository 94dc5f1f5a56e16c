"""The mark for tests that must hold on SQLite and on PostgreSQL."""

import pytest

DATABASES = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
