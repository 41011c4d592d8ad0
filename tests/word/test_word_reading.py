"""Reading: everything a person sees, once, with its role and its place in words."""

from __future__ import annotations

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from lxml import etree

from jdgen.word import read_text

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


@pytest.fixture
def body_docx(save):
    """A Word file whose main text is this XML."""

    def make(*blocks, header="", before=None):
        document = Document()
        if before:
            before(document)
        for block in blocks:
            fresh = etree.fromstring(f"<w:body {NAMES}>{block}</w:body>")
            for element in fresh:
                document.element.body.insert_element_before(element, "w:sectPr")
        if header:
            paragraph = document.sections[0].header.paragraphs[0]._p
            for element in etree.fromstring(f"<w:p {NAMES}>{header}</w:p>"):
                paragraph.append(element)
        return save(document)

    return make


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def shown(data):
    return [block.text for block in read_text(data).blocks]


def test_an_insertion_is_read_and_a_deletion_is_not(body_docx):
    made = body_docx(
        f'<w:p>{run("Meets residents ")}<w:ins w:id="1" w:author="Ana">{run("and does therapy")}'
        '</w:ins><w:del w:id="2" w:author="Ana"><w:r><w:delText>gone</w:delText></w:r></w:del>'
        "</w:p>",
        f"<w:p>{run('untouched')}</w:p>",
    )
    text = read_text(made)
    assert [(b.text, b.inserted) for b in text.blocks] == [
        ("Meets residents and does therapy", True),
        ("untouched", False),
    ]
    assert text.revisions == 2


def test_a_paragraph_in_a_content_control_is_read(body_docx):
    made = body_docx(f"<w:sdt><w:sdtContent><w:p>{run('Assesses')}</w:p></w:sdtContent></w:sdt>")
    assert shown(made) == ["Assesses"]


def test_fields_links_and_special_signs_are_read_as_shown(body_docx):
    made = body_docx(
        f'<w:p><w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>'
        f'<w:hyperlink w:anchor="x">{run(" link")}</w:hyperlink>'
        "<w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/></w:r>"
        "<w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>"
    )
    assert shown(made) == ["3 link\ta\nb\u2011"]


BOX = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
    "<wp:docPr id='1' name='Box' descr='a note'/><a:graphic><a:graphicData uri='x'><wps:wsp>"
    "<wps:txbx><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>"
    "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>In the box</w:t>"
    "</w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r><w:r><w:t>Around it</w:t></w:r></w:p>"
)


def test_a_text_box_is_read_once_and_the_index_still_counts_every_paragraph(body_docx):
    made = body_docx(BOX, f"<w:p>{run('after')}</w:p>")
    assert [(b.role, b.text, b.index) for b in read_text(made).blocks] == [
        ("body", "Around it", 0),
        ("textbox", "In the box", 1),
        ("body", "after", 3),
    ]


def test_roles_come_from_styles_and_bold_text_is_no_heading(save):
    document = Document()
    document.add_heading("Job", 0)
    document.add_heading("Duties", 1)
    document.add_paragraph("really bold").runs[0].bold = True
    document.add_paragraph("a dot", style="List Bullet")
    document.add_paragraph("a number", style="List Number")
    own = document.styles.add_style("House Head", 1)
    own.base_style = document.styles["Heading 2"]
    document.add_paragraph("based on a heading", style="House Head")
    blocks = read_text(save(document)).blocks
    assert [(b.role, b.style) for b in blocks] == [
        ("title", "Title"),
        ("heading1", "Heading 1"),
        ("body", "Normal"),
        ("bullet", "List Bullet"),
        ("number", "List Number"),
        ("heading2", "House Head"),
    ]
    assert [b.place for b in blocks] == ["Job", *["Duties"] * 4, "based on a heading"]


def test_cells_say_their_row_and_header_rows_are_not_counted(table_docx):
    made = table_docx(["Duty", "Share"], ["a", "1"], ["b", "2"])
    found = [(b.role, b.text, b.place) for b in read_text(made).blocks[1:]]
    assert found == [
        ("header-cell", "Duty", "Essential duties, header row"),
        ("header-cell", "Share", "Essential duties, header row"),
        ("cell", "a", "Essential duties, row 1"),
        ("cell", "1", "Essential duties, row 1"),
        ("cell", "b", "Essential duties, row 2"),
        ("cell", "2", "Essential duties, row 2"),
    ]


def test_a_table_without_a_header_row_is_named_by_its_place(table_docx):
    rows = (["Duty", "Share"], ["a", "1"])
    assert read_text(table_docx(*rows)).tables_without_header == ()
    assert read_text(table_docx(*rows, header=False)).tables_without_header == ("Essential duties",)


def folded(save, *panels, pages=1):
    document = Document()
    section = document.sections[0]
    section._sectPr.find(qn("w:cols")).set(qn("w:num"), "3")
    for number, text in enumerate(panels):
        paragraph = document.add_paragraph()
        if number:
            paragraph.add_run().add_break(WD_BREAK.COLUMN)
        paragraph.add_run(text)
    return save(document)


def test_panels_of_a_folded_page_are_counted_by_column_breaks(save):
    made = folded(save, "flap", "back", "cover", "left", "middle", "right")
    assert [(b.text, b.place) for b in read_text(made).blocks] == [
        ("flap", "page 1 panel 1"),
        ("back", "page 1 panel 2"),
        ("cover", "page 1 panel 3"),
        ("left", "page 2 panel 1"),
        ("middle", "page 2 panel 2"),
        ("right", "page 2 panel 3"),
    ]


def test_headers_footers_and_comments_are_read_after_the_main_text(save):
    document = Document()
    paragraph = document.add_paragraph("Text")
    document.sections[0].header.paragraphs[0].text = "Top"
    document.sections[0].footer.paragraphs[0].text = "Foot"
    document.add_comment(paragraph.runs, "Is this so?", "Ana", "A")
    text = read_text(save(document))
    assert [(b.role, b.text, b.place) for b in text.blocks] == [
        ("body", "Text", "start of the document"),
        ("header", "Top", "Header"),
        ("footer", "Foot", "Footer"),
        ("comment", "Is this so?", "Comment 0"),
    ]
    assert text.comments == 1


def picture(descr, extra=""):
    return (
        f"<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='Picture 1'{descr}>{extra}"
        "</wp:docPr></wp:inline></w:drawing></w:r></w:p>"
    )


def test_pictures_without_alternative_text_are_told_unless_decorative(body_docx):
    decorative = "<a:extLst><a:ext uri='x'><adec:decorative val='1'/></a:ext></a:extLst>"
    made = body_docx(picture(" descr='A bridge'"), picture(""), picture("", decorative))
    assert [b.alt for b in read_text(made).blocks] == [("A bridge",), ("",), ()]


def test_a_watermark_is_read_from_the_shape_that_word_makes(body_docx):
    shape = (
        '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" alt="">'
        '<v:textpath string="Hope"/></v:shape></w:pict></w:r>'
    )
    assert read_text(body_docx(header=shape)).watermarks == ("Hope",)


def test_empty_paragraphs_are_told_only_where_they_make_room(body_docx):
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    page_break = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    text = f"<w:p>{run('text')}</w:p>"
    made = body_docx(text, "<w:p/>", text, table, "<w:p/>", table, page_break, text, "<w:p/>")
    empty = [b.index for b in read_text(made).blocks if b.empty_for_space]
    assert empty == [1, 8]


def test_words_in_a_diagram_are_read(make_docx, change_member):
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="rIdD" Type="{base}/diagramData" Target="diagrams/data1.xml"/>'
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    made = change_member(
        make_docx("Text"),
        {
            "word/_rels/document.xml.rels": lambda old: old.replace(
                b"</Relationships>", link.encode() + b"</Relationships>"
            ),
            "word/diagrams/data1.xml": f'<d xmlns:a="{drawing}"><a:p><a:r><a:t>Assesses</a:t>'
            "</a:r></a:p><a:p/></d>",
        },
    )
    found = [(b.role, b.text, b.place) for b in read_text(made).blocks]
    assert found[1:] == [("textbox", "Assesses", "Diagram")]


def test_the_main_text_may_have_another_name(make_docx, change_member):
    made = make_docx("Text")
    import io
    import zipfile

    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name in {"[Content_Types].xml", "_rels/.rels"}:
                data = data.replace(b"document.xml", b"document2.xml")
            new.writestr(name.replace("document.xml", "document2.xml"), data)
    blocks = read_text(written.getvalue()).blocks
    assert [(b.part, b.text) for b in blocks] == [("word/document.xml", "Text")]
