"""Random slides in many scripts: what fits must fit when another program renders it."""

from __future__ import annotations

from random import Random

from deckgen.diagnostics import Span
from deckgen.model.blocks import (
    Block,
    Cell,
    Column,
    Columns,
    Diagram,
    DiagramType,
    Item,
    ItemList,
    Node,
    Quotation,
    Table,
)
from deckgen.model.inline import Inline, Run
from deckgen.model.outline import Outline, Role, Slide, Talk

HERE = Span("outline.yaml", 1, 1)
POOLS = (
    "space diplomacy treaty peaceful exploration non-appropriation committee registration of "
    "objects launched into outer liability and the with due regard to benefits",
    "Zusammenarbeit Weltraumrecht Haftungsübereinkommen für über Registrierung Gegenstände und die",
    "космическое право договор сотрудничество исследование и использование пространства",
    "外层空间 和平利用 条约 责任公约 登记 国际合作 联合国 空间碎片减缓",
    "宇宙の平和利用 国際協力 条約 ごみの低減 登録",
    "الفضاء الخارجي التعاون الدولي معاهدة الاستخدام السلمي",
)
DIAGRAMS: tuple[DiagramType, ...] = (
    "cards", "timeline", "process", "cycle", "pyramid", "matrix", "hierarchy",
)  # fmt: skip


def text(random: Random, most: int) -> Inline:
    """Some words of one language."""
    pool = random.choice(POOLS).split()
    return (Run(" ".join(random.choice(pool) for _ in range(random.randint(1, most)))),)


def block(random: Random) -> tuple[Role, Block]:
    """A list, a table, a diagram, a quotation or columns of lists."""
    kind = random.choice(("list", "list", "table", "diagram", "diagram", "quote", "columns"))
    if kind == "list":
        return "content", items(random, random.randint(1, 18))
    if kind == "table":
        return "table", table(random)
    if kind == "quote":
        return "quote", Quotation(text(random, 30), HERE, text(random, 4))
    if kind == "columns":
        columns = tuple(
            Column(text(random, 3), (items(random, random.randint(1, 4)),), HERE)
            for _ in range(random.randint(2, 3))
        )
        return "columns", Columns(columns, HERE)
    return "diagram", diagram(random)


def items(random: Random, count: int) -> ItemList:
    """Items with now and then an item below."""
    made = tuple(
        Item(
            text(random, 25),
            HERE,
            tuple(Item(text(random, 8), HERE) for _ in range(random.randint(0, 2))),
        )
        for _ in range(count)
    )
    return ItemList(made, HERE, ordered=random.random() < 0.3)


def table(random: Random) -> Table:
    """Up to 25 rows of up to five columns."""
    width = random.randint(1, 5)
    header = tuple(Cell(text(random, 2)) for _ in range(width))
    rows = tuple(
        tuple(Cell(text(random, 5)) for _ in range(width)) for _ in range(random.randint(1, 25))
    )
    return Table(header, rows, HERE)


def diagram(random: Random) -> Diagram:
    """Two to six nodes with a heading, a text and, on a timeline, a year."""
    kind = random.choice(DIAGRAMS)
    count = 4 if kind == "matrix" else random.randint(2, 6)
    nodes = tuple(
        Node(
            text(random, 4),
            HERE,
            (text(random, 12),),
            when=(Run(str(2000 + at)),) if kind == "timeline" else (),
            number=str(at + 1) if kind == "cards" else "",
        )
        for at in range(count)
    )
    return Diagram(kind, nodes, HERE)


def outline(seed: int, count: int) -> Outline:
    """A talk of `count` random slides."""
    random = Random(seed)
    slides = []
    for number in range(count):
        role, made = block(random)
        title = (Run(f"{number + 1}. "), *text(random, 6))
        slides.append(Slide(f"slide-{number + 1}", role, role, title, HERE, (made,)))
    return Outline(Talk((Run("Random"),), HERE), (), tuple(slides), (), "", "outline.yaml")
