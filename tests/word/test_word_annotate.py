"""A checked copy: comments by jdgen at the right words, renewed each time, those of people kept."""

from __future__ import annotations

import io

import pytest
from docx import Document

from jdgen.model import Finding
from jdgen.word import annotate, number_places, read_text, text_key, untouched_copy
from jdgen.word.markup import every, parse


def finding(**changes):
    facts = {
        "rule": "NCL-04",
        "category": "clinical-task",
        "severity": "error",
        "message": "A clinical task.",
        "why": "It is not peer support.",
        "suggestion": "Say what they do together.",
        "source": "Toolkit, task guidelines",
    }
    return Finding(**(facts | changes))


def comments(data):
    return [(c.author, c.text.split("\n")[0]) for c in Document(io.BytesIO(data)).comments]


def words(data, number):
    """The words between the marks of a comment."""
    told, inside = [], False
    for element in every(
        Document(io.BytesIO(data)).element, "w:commentRangeStart", "w:commentRangeEnd", "w:t"
    ):
        if element.tag.endswith("}t"):
            told += [element.text] if inside else []
        elif element.get(element.tag.rpartition("}")[0] + "}id") == str(number):
            inside = element.tag.endswith("Start")
    return "".join(told)


def test_a_comment_stands_at_the_words_of_its_numbered_place(save):
    document = Document()
    document.add_heading("Duties", 1)
    for text in ("Talks with people", "Watches people", "Watches people again"):
        document.add_paragraph(text, style="List Bullet")
    data = save(document)
    blocks = number_places(read_text(data).blocks)
    assert [b.place for b in blocks] == ["Duties", *(f"Duties, bullet {n}" for n in (1, 2, 3))]
    checked = annotate(data, [finding(quote="Watches", end=7, place="Duties, bullet 3")])
    paragraph = next(
        every(Document(io.BytesIO(checked)).element, "w:commentRangeStart")
    ).getparent()
    assert "".join(t.text for t in every(paragraph, "w:t")) == "Watches people again"
    assert words(checked, 0) == "Watches"


@pytest.mark.parametrize("place", ["Header", "Footer", "Footnote 2"])
def test_a_finding_outside_the_main_text_stands_at_its_nearest_words(place, make_docx):
    made = make_docx("", "First words", "Watch them", header="Watch them")
    checked = annotate(made, [finding(place=place, quote="Watch")])
    (comment,) = Document(io.BytesIO(checked)).comments
    assert words(checked, 0) == "First words"
    assert f"This is about other words (“Watch”). Place: {place}" in comment.text


def test_a_finding_in_a_footnote_stands_at_the_paragraph_with_its_mark(make_docx, change_member):
    made = change_member(
        make_docx("First", "Second"),
        {
            "word/document.xml": lambda xml: xml.replace(
                b"<w:t>Second</w:t>", b'<w:t>Second</w:t><w:footnoteReference w:id="2"/>'
            )
        },
    )
    assert words(annotate(made, [finding(place="Footnote 2")]), 0) == "Second"
    assert words(annotate(made, [finding(place="Footnote 3")]), 0) == "First"


def test_a_finding_in_a_text_box_stands_at_the_paragraph_that_holds_it(make_docx, change_member):
    box = (
        b'<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
        b"<w:txbxContent><w:p><w:r><w:t>Watch them</w:t></w:r></w:p></w:txbxContent>"
        b"</v:textbox></v:shape></w:pict></w:r>"
    )
    made = change_member(
        make_docx("First", "Anchor"),
        {
            "word/document.xml": lambda xml: xml.replace(
                b"<w:t>Anchor</w:t></w:r>", b"<w:t>Anchor</w:t></w:r>" + box
            )
        },
    )
    checked = annotate(made, [finding(place="start of the document, text box", quote="Watch")])
    start = next(every(Document(io.BytesIO(checked)).element, "w:commentRangeStart"))
    assert next(start.iterancestors("{*}txbxContent"), None) is None
    assert words(checked, 0).startswith("Anchor")
    assert "This is about other words" in next(iter(Document(io.BytesIO(checked)).comments)).text


def test_annotating_again_renews_the_comments_of_jdgen_and_leaves_those_of_people(save):
    document = Document()
    paragraph = document.add_paragraph("Watches them")
    document.add_comment(paragraph.runs, "Why?", "Ana", "A")
    first = annotate(save(document), [finding(quote="Watches"), finding(rule="WRF-01")])
    second = annotate(first, [finding(quote="them")])
    assert [author for author, _ in comments(first)] == ["Ana", "jdgen", "jdgen"]
    assert [author for author, _ in comments(second)] == ["Ana", "jdgen"]
    assert [b.text for b in read_text(second).body()] == ["Watches them"]
    marks = [*every(Document(io.BytesIO(second)).element, "w:commentReference")]
    assert len(marks) == 2
    assert comments(annotate(second, [])) == [("Ana", "Why?")]


def test_an_answer_to_a_comment_of_jdgen_stays_when_that_goes(make_docx, change_member, member):
    first = annotate(make_docx("Watches them"), [finding(quote="Watches")])
    extended = (
        b'<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        b'<w15:commentEx w15:paraId="00000001" w15:done="0"/>'
        b'<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>'
        b"</w15:commentsEx>"
    )
    space = b' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    answer = (
        b'<w:comment w:id="7" w:author="Ana"><w:p' + space + b' w14:paraId="00000002"><w:r>'
        b"<w:t>Agreed</w:t></w:r></w:p></w:comment></w:comments>"
    )

    def answered(xml):
        last = xml.rindex(b"<w:p>")
        marked = xml[:last] + b"<w:p" + space + b' w14:paraId="00000001">' + xml[last + 5 :]
        return marked.replace(b"</w:comments>", answer)

    related = (
        b'<Relationship Id="rIdX" Target="commentsExtended.xml" '
        b'Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended"/>'
        b"</Relationships>"
    )
    data = change_member(
        first,
        {
            "word/comments.xml": answered,
            "word/commentsExtended.xml": extended,
            "word/_rels/document.xml.rels": lambda xml: xml.replace(b"</Relationships>", related),
        },
    )
    again = annotate(data, [])
    assert comments(again) == [("Ana", "Agreed")]
    left = [e.attrib for e in parse(member(again, "word/commentsExtended.xml").encode())]
    assert [list(attributes.values()) for attributes in left] == [["00000002", "0"]]


def test_a_copy_knows_whether_somebody_changed_it(make_docx, save):
    checked = annotate(make_docx("Watches them"), [finding()])
    assert untouched_copy(checked)
    document = Document(io.BytesIO(checked))
    assert untouched_copy(save(document))
    document.paragraphs[0].add_run(" more")
    assert not untouched_copy(save(document))
    assert not untouched_copy(make_docx("Watches them"))


def test_two_files_with_the_same_text_have_the_same_key_whatever_their_comments(save):
    document = Document()
    paragraph = document.add_paragraph("Watches them")
    plain = save(document)
    document.add_comment(paragraph.runs, "Why?", "Ana", "A")
    assert text_key(plain) == text_key(save(document)) == text_key(annotate(plain, [finding()]))
    paragraph.add_run("!")
    assert text_key(save(document)) != text_key(plain)
