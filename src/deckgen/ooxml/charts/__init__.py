"""Charts as parts: DrawingML chart XML and the workbook that holds its numbers.

A chart part relates to its workbook (`names.REL_EMBEDDED`, type `names.TYPE_WORKBOOK`) by the id
given to `chart_xml`; the same parts serve slides and pages.
"""

from __future__ import annotations

from deckgen.ooxml.charts.space import chart_xml
from deckgen.ooxml.charts.workbook import workbook

__all__ = ["chart_xml", "workbook"]
