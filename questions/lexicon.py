"""Small lists of English words that more than one step goes by."""


def word_set(words: str) -> frozenset[str]:
    """The words of *words*, which has blanks between them."""
    return frozenset(words.split())


SAYING = word_set(
    "said says say saying told tells tell asked asks ask added adds add wrote writes write replied "
    "replies answered answers insisted insists claimed claims argued argues warned warns explained "
    "explains admitted admits conceded concedes denied denies confirmed confirms announced "
    "announces declared declares stated states noted notes recalled recalls remembered remembers "
    "tweeted posted joked jokes shouted cried retorted predicted predicts urged urges suggested "
    "suggests believes believed thinks thought reckons reckoned hopes hoped fears feared testified "
    "acknowledged acknowledges stressed stresses promised promises vowed vows accused accuses "
    "dismissed dismisses rejected rejects described describes estimates estimated reported reports "
    "agreed agrees complained complains wondered wonders maintains maintained alleged alleges "
    "concluded concludes continued continues repeated repeats pointed quoted responded responds "
    "demanded demands laughed observed observes remarked remarks"
)
"""Forms of the commonest verbs that tell whose words are reported."""
