"""Diagrams as shapes that a page can show."""

from __future__ import annotations

import pytest
from tests.unit.writers.docx.papers import W, paper, part, said, template
from tests.unit.writers.docx.test_figures import HERE, text

from deckgen.model.blocks import Chart, Column, Columns, Diagram, DiagramType, Node, Series
from deckgen.ooxml.validity import faults

WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
NODES = tuple(Node(text(f"Step {n}"), HERE, (text("Words"),)) for n in range(1, 5))
SHOWN = "::: diagram #d\nA caption\n:::\n"


def words(root: object) -> list[str]:
    boxes = root.iter(f"{W}txbxContent")  # type: ignore[attr-defined]
    return ["".join(t.text for t in box.iter(f"{W}t")) for box in boxes]


@pytest.mark.parametrize("kind", ["process", "cycle", "matrix", "pyramid", "cards"])
def test_a_diagram_is_native_shapes_with_its_words(kind: DiagramType):
    data = paper(SHOWN, {"d": Diagram(kind, NODES, HERE)})
    root = part(data)
    shown = " ".join(words(root))

    assert len(list(root.iter(f"{WPS}wsp"))) >= 4
    assert all(f"Step {n}" in shown for n in range(1, 5))
    assert root.find(f".//{WP}docPr").get("descr").endswith("Step 1; Step 2; Step 3; Step 4.")
    assert said(data)[-1] == ("Caption", "Figure\u00a01.\u2002A caption")
    assert faults(data, template()) == ()


def test_a_hierarchy_keeps_all_its_levels():
    child = Node(text("Child"), HERE, nodes=(Node(text("Leaf"), HERE),))
    root = Node(text("Root"), HERE, nodes=(child,))
    data = paper(SHOWN, {"d": Diagram("hierarchy", (root,), HERE)})

    assert [word for word in words(part(data)) if word] == ["Root", "Child", "Leaf"]


def test_text_that_runs_up_a_slide_stands_level_on_a_page():
    block = Diagram("matrix", NODES, HERE, axes=(text("Across"), text("Up")))
    root = part(paper(SHOWN, {"d": block}))

    assert "Up" in words(root)
    assert not [shape for shape in root.iter(f"{A}xfrm") if shape.get("rot")]


def test_what_has_no_room_is_a_table():
    long = "w" * 400
    nodes = tuple(Node(text(long), HERE, (text("Words"),)) for _ in range(6))
    data = paper(SHOWN, {"d": Diagram("process", nodes, HERE)})

    assert part(data).find(f".//{W}tbl") is not None
    assert ("Caption", "Table\u00a01.\u2002A caption") in said(data)


def test_charts_of_columns_stand_side_by_side():
    chart = Chart("column", ("a",), (Series("s", (1.0,)),), "A bar", HERE)
    block = Columns(
        (Column(text("Left"), (chart,), HERE), Column(text("Right"), (chart,), HERE)), HERE
    )
    data = paper("::: figure #d\nBoth\n:::\n", {"d": block})
    table = part(data).find(f".//{W}tbl")

    assert len(list(table.iter(f"{WP}inline"))) == 2
    assert said(data)[-1] == ("Caption", "Figure\u00a01.\u2002Both")
