r"""The compilation text of a round: as a value, as text in two dialects, and read back.

`compilation(round_)` makes the value, `written(row, dialect)` the words of one row with their italics and note marks,
for any kind of file; `read.paragraphs` takes such rows back, whichever file they come from.

One row is one printed paragraph. The base's paragraphs stand in order, each under the base's label; behind a paragraph
stand its rewrites ("OP3 alt", "OP3 alt 2") and the new paragraphs that follow it ("OP3bis"; "new H2" for a heading). A
row that is new or alt begins with its typed label in every kind of file; others may go by their printed number.

The dash dialect has the owners inside the bracket, behind a dash:

    [words in - EU, Japan]                    words put in
    [words out - US retain; EU delete]        words taken out; who has the base stands before the verb "delete"
    [old / new - EU]                          words replaced
    [base - A retain / x - B / y - C]         several that collide, over all that they touch; the base comes first
    [text - EU; US oppose; Japan support]     stands on a proposal follow its owners; behind "delete" likewise
    [a b / [a / c] b [d - EU support] - G77]  inner brackets are changes of their own, of the owners outside

The dialect with parentheses has them behind:

    [words in] (EU, Japan)
    [words out] (US: retain; EU: delete)
    [old] (EU: delete) [new] (EU)             what follows belongs to it while its owners are among those who delete
    [words in] (EU: add)                      words put in right behind what EU replaces
    [{no text}] (EU)                          words taken out by one who also replaces them

Both share the rest. A paragraph taken out stands in a bracket as a whole. Deeds stand in brackets at its end, with
stands on them behind semicolons, and a delegation called "?" where there are no names:

    [EU: move after OP5; US oppose]    [EU: move to the beginning]    [EU: merge with OP5: “the text of both”]
    [EU: split: “the first part” / “the second part”]

Then, in parentheses that begin with the row's label, what is said of the paragraph (`(OP3: US retain; Japan support
“of its words”)`) and where a new paragraph stands if its label does not tell (`(OP3bis: after OP2(b); level 1)`, or
`first` for the first of its kind). Last its status: `[Agreed ad ref; pending US, Japan; with PP4; reopened]`. What was
accepted says so: `[text - EU; accepted]`.

A backslash stands before what is meant literally: `[ ] \`, inside a bracket also a slash or a dash with a space
before it and braces, after one an opening parenthesis, in names `, ; :`, in quotations `”`. Brackets stand apart from
words by a space, which goes where an empty reading would leave two, and before a comma; a space meant to stay there is
`␣`. Anonymous, the names and stands are left out.
"""
