#!/usr/bin/env python3
"""Makes documents of a resolution with the programs that people make them with.

    /usr/bin/python3 make.py FOLDER LANGUAGE=TEXT [LANGUAGE=TEXT]

TEXT is a plain text with a blank line between paragraphs, numbers before operative paragraphs, letters in brackets
before sub-paragraphs, and a note at its end that begins with a star, as those of tests/documents. In FOLDER stand
afterwards, as far as the programs are at hand (else a line says what was left out):

    pandoc.docx, pandoc.html        pandoc, from Markdown: automatic numbers, real notes
    libreoffice.docx, .html, .pdf   LibreOffice, from pandoc's DOCX
    word.docx                       python-docx: numbers through a style, a note as Word writes it, a running head,
                                    tracked changes, a text box
    chromium.pdf                    Chromium, from pandoc's HTML

The script knows nothing of the program under test. Needs Python 3 and python-docx.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

FORMULA = re.compile(r"^(The .*|إن .*|Ассамблея.*|.*大会)[,،，]$")
ENDS = (",", ";", ".", ":", "،", "؛", "，", "；", "。", "：", ")", "]")


def paragraphs(text):
    """The paragraphs of a text, without page numbers; what a page or a line broke is joined."""
    found = []
    inside = blank = False
    for line in text.splitlines():
        line = line.strip()
        blank |= not line
        if not line or re.fullmatch(r"[-–]? ?\d+ ?[-–]?|-* ?\d+/\d+|E#IPU.*|A#IPU.*", line):
            continue
        plain = line.replace("*", "")
        broken = found and (not found[-1].replace("*", "").rstrip().endswith(ENDS) or not blank and line[0].islower())
        if inside and broken:
            found[-1] += " " + line
        else:
            found.append(line)
        blank = False
        inside |= bool(FORMULA.match(plain))
    return found


def parts(text):
    """Heading, preamble, operative paragraphs with sub-paragraphs, note."""
    heading, preamble, operative, note = [], [], [], []
    state = heading
    for paragraph in paragraphs(text):
        if re.match(r"^\*\s", paragraph):
            # A note may stand amid the preamble; what follows it without a bullet is text again.
            note.append(paragraph[1:].strip())
            continue
        if note and re.match(r"^[-•] ", paragraph):
            note.append(paragraph[1:].strip())
            continue
        number = re.match(r"^(\d+)\.\s+(.*)", paragraph, re.S)
        letter = re.match(r"^\((\w+)\)\s+(.*)", paragraph, re.S)
        if number:
            state = operative
            operative.append((number[2], []))
        elif letter and operative:
            operative[-1][1].append(letter[2])
        elif state is operative:
            raise SystemExit(f"not understood: {paragraph[:60]}")
        else:
            state.append(paragraph)
            if FORMULA.match(paragraph.replace("*", "")):
                state = preamble
    return heading, preamble, operative, note


def markdown(text, mark):
    heading, preamble, operative, note = parts(text)
    lines = []
    for line in heading:
        lines += [re.sub(r"\*(?=\s|$|\))", f"[^{mark}]" if note else "", line), ""]
    for line in preamble:
        lines += [line, ""]
    for at, (line, letters) in enumerate(operative, 1):
        lines += [f"{at}.  {line}", ""]
        for letter, sub in enumerate(letters):
            lines += [f"    ({chr(97 + letter)}) {sub}", ""]
    if note:
        lines += [f"[^{mark}]: {note[0]}", ""]
        for item in note[1:]:
            lines += [f"    {item}", ""]
    return "\n".join(lines)


def run(*command, **options):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240, **options)


def have(program):
    if shutil.which(program):
        return True
    print(f"left out: {program} is not installed", file=sys.stderr)
    return False


STYLE = """<style>body { font-family: "Amiri", "Noto Serif", "Noto Serif CJK SC", serif; font-size: 11pt; max-width: none; margin: 0 }
@page { margin: 2.5cm }</style>"""


def pandoc(folder, versions):
    languages = list(versions)
    rtl = languages == ["ar"]
    md = folder / "source.md"
    bodies = [markdown(text, f"n{at}") for at, text in enumerate(versions.values())]
    if len(languages) > 1:
        bodies = [
            f'::: {{dir={"rtl" if language == "ar" else "ltr"} lang={language}}}\n\n{body}\n\n:::\n'
            for language, body in zip(languages, bodies)
        ]
    md.write_text("\n".join(bodies), encoding="utf-8")
    meta = ["-M", "pagetitle=resolution", "-M", f"lang={languages[0]}"] + (["-M", "dir=rtl"] if rtl else [])
    run("pandoc", "-f", "markdown+fancy_lists-smart", *meta, "-o", folder / "pandoc.docx", md)
    style = folder / "style.html"
    style.write_text(STYLE)
    run("pandoc", "-f", "markdown+fancy_lists-smart", "-s", "-H", style, *meta, "-o", folder / "pandoc.html", md)
    md.unlink()
    style.unlink()


def libreoffice(folder):
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        office = ("soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to")
        source = scratch / "libreoffice.docx"
        shutil.copy(folder / "pandoc.docx", source)
        # Through its own format, so that all of the DOCX is its writing.
        run(*office, "odt", "--outdir", scratch, source)
        odt = scratch / "libreoffice.odt"
        for kind in ("docx", "html:HTML (StarWriter)", "pdf"):
            run(*office, kind, "--outdir", folder, odt)


def chromium(folder):
    with tempfile.TemporaryDirectory() as profile:
        run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
            f"--print-to-pdf={folder / 'chromium.pdf'}", "--no-pdf-header-footer", (folder / "pandoc.html").as_uri())


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NOTES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>%s</w:footnotes>"""
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
LIST = f"""<w:abstractNum xmlns:w="{W}" w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Operative"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="LETTER"/><w:pStyle w:val="Letter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>"""


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def word(folder, versions):
    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import qn

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "A/RES/1/1"
    document.sections[0].footer.paragraphs[0].text = "Page 1 of 3"
    numbering = document.part.numbering_part.element
    letters = "arabicAbjad" if list(versions) == ["ar"] else "lowerLetter"
    numbering.insert(0, parse_xml(LIST.replace("LETTER", letters)))
    for at in range(len(versions)):
        start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        numbering.append(parse_xml(f'<w:num xmlns:w="{W}" w:numId="{77 + at}"><w:abstractNumId w:val="77"/>{start}</w:num>'))
    for level, name in enumerate(("Operative", "Letter")):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        properties = style.element.get_or_add_pPr()
        level = f'<w:ilvl w:val="{level}"/>' if level else ""
        properties.append(parse_xml(f'<w:numPr xmlns:w="{W}">{level}<w:numId w:val="77"/></w:numPr>'))
    notes = []

    def paragraph(text, style=None, number=None, rtl=False):
        made = document.add_paragraph(style=style)
        if rtl:
            made._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        if number:
            level = 1 if style == "Letter" else 0
            made._p.get_or_add_pPr().append(parse_xml(
                f'<w:numPr xmlns:w="{W}"><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))
        for piece in re.split(r"(\*+[^*]+\*+)", text):
            run_ = made.add_run(piece.strip("*") if piece.startswith("*") else piece)
            run_.italic = piece.startswith("*") or None
        return made

    def changed(made, tag, text, element="w:t"):
        change = OxmlElement(tag)
        change.set(qn("w:id"), "900")
        change.set(qn("w:author"), "A clerk")
        run_ = OxmlElement("w:r")
        words = OxmlElement(element)
        words.text = text
        run_.append(words)
        change.append(run_)
        made._p.append(change)

    for at, (language, text) in enumerate(versions.items()):
        heading, preamble, operative, note = parts(text)
        rtl = language == "ar"
        for line in heading:
            before, star, after = line.partition("*")
            if not (star and note):
                paragraph(line, rtl=rtl)
                continue
            made = paragraph(before, rtl=rtl)
            made.add_run()._r.append(parse_xml(f'<w:footnoteReference xmlns:w="{W}" w:id="{20 + at}"/>'))
            made.add_run(after)
        for line in preamble:
            made = paragraph(line, rtl=rtl)
            changed(made, "w:del", " deleted words", "w:delText")
        for line, subs in operative:
            changed(paragraph(line, "Operative", 77 + at if at else None, rtl), "w:ins", "")
            for sub in subs:
                paragraph(sub, "Letter", 77 + at if at else None, rtl)
        body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(item.replace("**", ""))}</w:t></w:r></w:p>' for item in note)
        body = body.replace("<w:p><w:r>", "<w:p><w:r><w:footnoteRef/></w:r><w:r>", 1)
        if note:
            notes.append(f'<w:footnote w:id="{20 + at}">{body}</w:footnote>')
    target = folder / "word.docx"
    # What the template of python-docx has beside the text.
    for relation in list(document.part.rels.values()):
        if relation.reltype.endswith(("/theme", "/stylesWithEffects", "/customXml", "/webSettings", "/fontTable")):
            document.part.rels.pop(relation.rId)
    document.save(target)
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch) / "copy.docx"
        shutil.copy(target, copy)
        with zipfile.ZipFile(copy) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                if name.startswith("docProps/thumbnail"):
                    continue
                data = old.read(name)
                if name == "[Content_Types].xml":
                    data = data.replace(b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{TYPE}"/></Types>'.encode())
                if name == "word/_rels/document.xml.rels":
                    data = data.replace(b"</Relationships>", f'<Relationship Id="rId99" Type="{KIND}" Target="footnotes.xml"/></Relationships>'.encode())
                if name == "_rels/.rels":
                    data = re.sub(rb'<Relationship [^>]*thumbnail[^>]*/>', b"", data)
                new.writestr(name, data)
            new.writestr("word/footnotes.xml", NOTES % "".join(notes))


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    versions = {}
    for argument in sys.argv[2:]:
        language, _, path = argument.partition("=")
        versions[language] = pathlib.Path(path).read_text(encoding="utf-8")
    word(folder, versions)
    if have("pandoc"):
        pandoc(folder, versions)
        if have("soffice"):
            libreoffice(folder)
        if have("chromium"):
            chromium(folder)


main()
