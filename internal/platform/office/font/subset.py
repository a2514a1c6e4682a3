"""Makes cjk.ttf.gz out of NotoSansSC_400Regular.ttf; see RECIPE.md."""

import array
import gzip
import io
import sys

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.ttProgram import Program

source, target = sys.argv[1:3]
font = TTFont(source, recalcTimestamp=False)
has = set(font.getBestCmap())

# GBK, Latin-1 and ASCII.
keep = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100))
for high in range(0x81, 0xFF):
    for low in range(0x40, 0xFF):
        try:
            keep.add(ord(bytes([high, low]).decode("gbk")))
        except (UnicodeDecodeError, TypeError):
            pass
# Names: every ideograph the font has, extension A and the astral ones too.
keep |= {c for c in has if 0x3400 <= c <= 0x9FFF or 0xF900 <= c <= 0xFAFF or c > 0xFFFF}
# Punctuation, circled numbers, units and full width forms.
keep |= {c for c in has if 0x2000 <= c < 0x3400 or 0xFE30 <= c <= 0xFFEF}

options = subset.Options()
options.hinting = False
options.layout_features = []
options.glyph_names = False
options.notdef_outline = True
options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "gasp", "vhea", "vmtx"]
cutter = subset.Subsetter(options)
cutter.populate(unicodes=keep & has)
cutter.subset(font)

# Form signs that the font lacks, put together from those it has.
glyphs = font.getBestCmap()


def compose(code, *parts):
    """Adds one character made of (character, scale, dx, dy)."""
    if code in glyphs:
        return
    name = "uni%04X" % code
    pen = TTGlyphPen(font["glyf"].glyphs)
    for char, scale, dx, dy in parts:
        pen.addComponent(glyphs[ord(char)], (scale, 0, 0, scale, dx, dy))
    font.setGlyphOrder(font.getGlyphOrder() + [name])
    font["glyf"].glyphs[name] = pen.glyph()
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["hmtx"].metrics[name] = font["hmtx"].metrics[glyphs[ord(parts[0][0])]]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


compose(0x2610, ("□", 1, 0, 0))
compose(0x2611, ("□", 1, 0, 0), ("✓", 0.7, 150, 130))
compose(0x2612, ("□", 1, 0, 0), ("×", 0.8, 100, 76))
compose(0x2714, ("✓", 1, 0, 0))
compose(0x2717, ("×", 1, 0, 0))
compose(0x2718, ("×", 1, 0, 0))

# Some readers refuse a font program whose tables are empty, and the PDF writer
# always names these three.
for tag, code in (("fpgm", b"\xb0\x00\x21"), ("prep", b"\xb0\x00\x21")):
    font[tag] = newTable(tag)
    font[tag].program = Program()
    font[tag].program.fromBytecode(code)
font["cvt "] = newTable("cvt ")
font["cvt "].values = array.array("h", [0])

body = io.BytesIO()
font.save(body)
with open(target, "wb") as out:
    with gzip.GzipFile(filename="", fileobj=out, mode="wb", compresslevel=9, mtime=0) as packed:
        packed.write(body.getvalue())
print(len(font.getBestCmap()), "characters,", len(body.getvalue()), "bytes")
