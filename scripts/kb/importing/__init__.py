"""A received file → a document of the project: opened within limits, decoded, told apart, written as Markdown.

`opening` says what a file is, `word`, `pdf`, `plain` and `office` make paragraphs of it, `letters` decodes what was
typed before Unicode, `fields` reads the header, `writing` makes the document, `report` says what was done.
"""
