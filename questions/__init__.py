"""Reading a text, finding its claims, asking about them. Knows no web framework and no database.

article.py      Article, Section, Paragraph, Span: a text as plain data
claims.py       Source, Claim: who said what, where
question.py     Question and Grade: what every interaction is made of
sentences.py    where sentences begin and end; lexicon.py has words that several steps go by
marks.py        quotation marks and brackets: in pairs or not
schema.py       plain data in and out, the same names everywhere
types/          how a question is answered and graded: one file an interaction, one registry
reading/        bytes -> Article: paragraphs, captions, furniture; sections with headings
attribution/    Article -> Claims; parse.py alone knows spaCy
recipes/        Article + Claims -> questions: one file a recipe; then reject, then select
pack.py         curated packs, YAML in and out
curated/        one folder a pack: article.md, questions.yaml
pipeline.py     all the steps in a row
many.py         all the steps for thousands of files; processes.py spreads them
printed.py      questions as the command line prints them
__main__.py     every step from the command line

Import what you need from the module that has it. Nothing is imported here, on purpose: the web
process uses ``questions.types`` and must never load the language model behind ``attribution``.
"""
