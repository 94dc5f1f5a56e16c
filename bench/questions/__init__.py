"""Questions as blind readers judge them: sheets to read from, judgements kept, what they tell.

    python -m bench.questions                        yield, rejections, share valid, calibration
    python -m bench.questions sheet SHEET.md KEYS.jsonl [--from FOLDER] [--number 60] ...
    python -m bench.questions add READER VERDICTS.jsonl KEYS.jsonl
    python -m bench.questions fit                    write questions/recipes/certainty.json

sheet.py       articles with questions and without keys, and the keys in a file of their own
answers.py     what a reader writes on a sheet ("B", "1B 2A"), as the interaction takes it
texts.py       the texts of the articles that were judged
judgements.py  ``judgements.jsonl``: each question that was judged, with the readers' verdicts
asked.py       the questions about the articles, and what was rejected
today.py       those of the judged questions that would still be asked
fit.py         logistic regression and thresholds, from the judgements
report.py      what ``python -m bench.questions`` prints
"""
