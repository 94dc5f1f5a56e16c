"""The classroom: pages, use cases and storage."""
