"""The measurements that the README quotes, each a module to run with ``python -m bench.NAME``."""
