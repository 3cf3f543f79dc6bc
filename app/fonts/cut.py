"""Cuts the two faces of the magazine to what its pages use: see README.md beside this file.

`python app/fonts/cut.py`, after `npm install` and `pip install fonttools brotli`, writes the WOFF2 files of this
folder and `../styles/fonts.css`, which says when a browser asks for those that most pages do without.
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
SOURCE = HERE.parent.parent / "node_modules/@fontsource-variable"

# What French is written with, and its signs. Other letters have files of their own.
CORE = {*range(0x20, 0x7F), *map(ord, "ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿ"), *map(ord, "«»’‘“”–—…·•°§€№×−©²←↑→↓"), 0xA0, 0xAD, 0x2009, 0x202F}

# name, folder and file of the face, axes kept or where they are pinned, family of its other letters.
FACES = [
    ("newsreader", "newsreader/files/newsreader-{}-opsz-normal.woff2", {"wght": (400, 600), "opsz": 20}, "Newsreader Latin", "normal"),
    ("newsreader-italic", "newsreader/files/newsreader-{}-wght-italic.woff2", {"wght": 400}, "Newsreader Latin", "italic"),
    ("bricolage", "bricolage-grotesque/files/bricolage-grotesque-{}-wght-normal.woff2", {"wght": (400, 600)}, "Bricolage Latin", "normal"),
]
# Kerning of less than this part of an em hardly shows at no size of ours.
LEAST_KERNING = 0.02
FEATURES = ["kern", "liga", "locl", "tnum"]
# What accents of other languages are set with; those of French come with their letters.
MARKS = ["ccmp", "mark", "mkmk"]


def keep_one_kerning(font: TTFont) -> None:
    """Kerning that changes with the weight is a third of the file: that of the text stands for all, where it shows."""
    least = LEAST_KERNING * font["head"].unitsPerEm
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in (getattr(sub, "ExtSubTable", sub) for sub in lookup.SubTable):
            if table.LookupType != 2:
                continue
            if table.Format == 1:
                for one in table.PairSet:
                    one.PairValueRecord = [pair for pair in one.PairValueRecord if abs(getattr(pair.Value1, "XAdvance", 0)) >= least]
                pairs = [(pair.Value1, pair.Value2) for one in table.PairSet for pair in one.PairValueRecord]
            else:
                pairs = [(pair.Value1, pair.Value2) for one in table.Class1Record for pair in one.Class2Record]
            for value in (value for pair in pairs for value in pair if value is not None):
                for device in ("XPlaDevice", "YPlaDevice", "XAdvDevice", "YAdvDevice"):
                    value.__dict__.pop(device, None)
                if abs(getattr(value, "XAdvance", 0)) < least:
                    value.XAdvance = 0
            table.ValueFormat1 &= 0x0F
            table.ValueFormat2 &= 0x0F


def cut(source: Path, characters: set[int], axes: dict[str, int | tuple[int, int]], to: str) -> None:
    font = TTFont(source)
    options = Options(layout_features=FEATURES + (MARKS if characters != CORE else []), notdef_outline=True, hinting=False, name_IDs=[0, 1, 2])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font = instantiateVariableFont(font, axes)
    if "GPOS" in font:
        keep_one_kerning(font)
        if font["GDEF"].table.Version >= 0x00010003:
            font["GDEF"].table.VarStore = None
            font["GDEF"].table.Version = 0x00010002 if getattr(font["GDEF"].table, "MarkGlyphSetsDef", None) else 0x00010000
    font.flavor = "woff2"
    font.save(HERE / to)
    print(f"{to} {(HERE / to).stat().st_size}")


def weights(axes: dict[str, int | tuple[int, int]]) -> str:
    kept = axes["wght"]
    return f"{kept[0]} {kept[1]}" if isinstance(kept, tuple) else str(kept)


def ranges(characters: set[int]) -> str:
    runs: list[list[int]] = []
    for character in sorted(characters):
        if runs and runs[-1][1] == character - 1:
            runs[-1][1] = character
        else:
            runs.append([character, character])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def main() -> None:
    rules = []
    for name, files, axes, family, style in FACES:
        done = set(CORE)
        cut(SOURCE / files.format("latin"), CORE, axes, f"{name}.woff2")
        for part in ("latin", "latin-ext", "vietnamese"):
            source = SOURCE / files.format(part)
            others = {one for one in TTFont(source).getBestCmap() if one > 0xA0 and not 0x300 <= one < 0x370} - done
            done |= others
            cut(source, others | set(range(0x300, 0x370)), axes, f"{name}-{part}.woff2")
            rules.append(
                "@font-face {\n"
                f'  font-family: "{family}";\n  font-style: {style};\n  font-weight: {weights(axes)};\n  font-display: swap;\n'
                f'  src: url("../fonts/{name}-{part}.woff2") format("woff2");\n'
                f"  unicode-range: {ranges(others)};\n}}\n"
            )
    comment = "/* Letters of other languages, asked for by the pages that hold one. Written by `app/fonts/cut.py`. */\n"
    (HERE.parent / "styles/fonts.css").write_text(comment + "".join(rules))


main()
