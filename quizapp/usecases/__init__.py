"""What the application does, one function for each thing done.

Each opens its own transaction and returns plain values. What is not allowed raises
``errors.Refused`` with a sentence for a person, what is absent or foreign ``errors.NotFound``.
"""
