"""The style of pictures on paper, and of the page that a PDF is printed from."""

from __future__ import annotations

INK = """
text { fill: #000; font-family: "Noto Sans CJK SC", "Microsoft YaHei", "SimHei", sans-serif; }
.polc-grid { stroke: #000; opacity: .15; }
.polc-axis { stroke: #000; opacity: .6; }
.polc-line { fill: none; stroke: #1a56db; stroke-width: 2.5; }
.polc-low { fill: none; stroke: #1a56db; stroke-width: 1.2; stroke-dasharray: 4 3; }
.polc-range { fill: #1a56db; opacity: .16; stroke: none; }
.polc-jump { stroke: #1a56db; stroke-width: 1.2; stroke-dasharray: 2 3; }
.polc-fall { stroke: #b42318; stroke-width: 2; }
.polc-bar { fill: #1a56db; opacity: .75; }
.polc-promise { fill: #8a4f00; opacity: .55; }
.polc-today line { stroke: #b42318; stroke-width: 2; }
.polc-today text { fill: #b42318; }
"""
"""As the pages of the site draw in light colours."""
PAPER = """
@page {
  size: A4; margin: 37mm 26mm 35mm 28mm;
  @top-center { font: 9pt FangSong, "Noto Serif CJK SC", serif; color: #595960; white-space: pre; text-align: center; }
  @bottom-center { font: 9pt FangSong, "Noto Serif CJK SC", serif; color: #595960; }
  @bottom-left { font: 14pt SimSun, "Noto Serif CJK SC", serif; }
  @bottom-right { font: 14pt SimSun, "Noto Serif CJK SC", serif; }
}
html { font: 12pt/20pt "Times New Roman", FangSong, STFangsong, "Noto Serif CJK SC", serif; }
body { margin: 0; color: #000; background: #fff; overflow-wrap: anywhere; }
h1 { text-wrap: balance; }
h1 { font: 22pt/36pt "方正小标宋简体", SimSun, "Noto Serif CJK SC", serif; text-align: center; margin: 0 0 18pt; }
h2 { font: 16pt/28pt SimHei, "Noto Sans CJK SC", sans-serif; margin: 14pt 0 0; break-after: avoid; }
h3 { font: 16pt/28pt KaiTi, STKaiti, "Noto Serif CJK SC", serif; margin: 8pt 0 0; break-after: avoid; }
h4 { font: 12pt/22pt SimHei, "Noto Sans CJK SC", sans-serif; margin: 6pt 0 0; break-after: avoid; }
p { margin: 0; }
p.quote { font-size: 16pt; line-height: 28pt; text-indent: 2em; }
p.words { text-indent: 2em; break-after: avoid; }
p.way { padding-left: 1em; line-height: 18pt; break-inside: avoid; }
p.way a { color: #000; text-decoration: none; }
p.hint { color: #595960; break-after: avoid; }
p.draft { color: #8a4f00; }
p.error strong { color: #b42318; }
p.warning strong { color: #8a4f00; }
table { border-collapse: collapse; width: 100%; margin: 3pt 0 8pt; font-size: 10.5pt; line-height: 15pt; }
table.wide { font-size: 8pt; line-height: 12pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .5pt solid #000; padding: 1pt 4pt; text-align: start; vertical-align: top; font-weight: 400; }
th, td { overflow-wrap: break-word; min-width: 2.6em; }
th:first-child:empty { min-width: 1em; }
thead th, table.pairs th { font-family: SimHei, "Noto Sans CJK SC", sans-serif; }
table.pairs tbody th { width: 34mm; }
td.silent { color: #8a4f00; }
figure { margin: 6pt 0; break-inside: avoid; }
figure svg { display: block; width: 100%; max-width: 105mm; margin: 0 auto; }
figcaption { font-size: 10.5pt; line-height: 15pt; color: #595960; text-align: center; }
"""
