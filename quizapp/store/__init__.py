"""What pages show, read from the database. Functions take a session and never commit.

What is absent and what belongs to somebody else both raise ``errors.NotFound``. Points, keys and
results that the feedback rule still holds back are not in what is returned.
"""
