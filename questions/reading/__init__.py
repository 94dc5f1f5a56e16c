"""Bytes in, Article out: paragraphs, captions, furniture; then sections with headings."""
