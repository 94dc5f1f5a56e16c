"""How the tagger in ``questions/attribution/tagger`` is trained, on ``bench/gold`` alone.

layers.py      an annotated article as pieces with labels in four layers
variants.py    the same article with other quotation marks, names and cues
encoder.py     the network, and the weights it starts from
train.py       from articles to weights
export.py      weights averaged, as a network of 8-bit numbers
link.py        the linker's weights
calibrate.py   what decides between tagger and rules, and how sure that is

``make tagger`` does it all, in an environment of its own (``requirements.txt``).
"""
