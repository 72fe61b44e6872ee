"""Build small Word documents from their XML."""

import io
import zipfile

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
)


def run(words: str, properties: str = "") -> str:
    """Return a run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph; ``content`` is XML, or plain words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def item(words: str, number: int = 1) -> str:
    """Return an item of a list."""
    return paragraph(words, properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of plain words."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def a_word_document(*body: str, prologue: str = "", entries: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """Return a document with this body; ``parts`` are further parts (styles, numbering, footnotes) by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/document.xml",
            f"{prologue}<w:document {_NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>",
        )
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", f"<w:{name} {_NAMESPACES}>{content}</w:{name}>")
        for name, content in (entries or {}).items():
            package.writestr(name, content)
    return file.getvalue()
