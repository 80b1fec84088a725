"""The deck template of a pack: its own file, made from its tokens, or what it extends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from deckgen.diagnostics import Diagnostics, did_you_mean
from deckgen.disk import read_regular, read_within
from deckgen.frozen import replace
from deckgen.kinds import KINDS
from deckgen.model.files import FileRefused
from deckgen.model.pack import DeckTemplate
from deckgen.packs.nodes import Node
from deckgen.packs.roles import ROLES, Choice
from deckgen.packs.sources import Source
from deckgen.packs.steering import steered
from deckgen.packs.template import read_template
from deckgen.packs.tokens import Tokens

# Layouts for variants of a role, where a pack has them.
_VARIANTS = ("statement-titled", "comparison-three", "columns-three", "picture-text")


def deck_template(
    chain: Sequence[Source], node: Node, tokens: Tokens, found: Diagnostics
) -> DeckTemplate | None:
    """The deck template of a pack and those that it extends; None after an error.

    `node` and `tokens` are theirs together. A pack that only changes the tokens of another has
    its deck made from them.
    """
    at = next((at for at, each in enumerate(chain) if each.template is not None), len(chain))
    changed = any(each.node.at("tokens") for each in chain[:at])
    if changed:
        data, file = _made(tokens), str(chain[0].folder / "pack.yaml")
    elif at == len(chain):
        name = chain[0].folder.name
        hint = f"Make it from the pack's tokens: deckgen template build {name}"
        found.error("no-deck", f"The pack {name!r} has no deck.pptx.", None, hint)
        return None
    else:
        template = chain[at].template
        assert template is not None
        read = _read(template, alone=at == 0 and not chain[0].node.mapping, found=found)
        if read is None:
            return None
        data, file = read, str(template)
    deck = read_template(data, file, _by_hand(chain, node, found), found)
    if deck is None:
        return None
    adopted = not any(each.node.at("tokens") for each in chain[: at + 1])
    return replace(steered(deck, node, found), adopted=adopted)


def _made(tokens: Tokens) -> bytes:
    from deckgen.packs.make import make_deck

    return make_deck(tokens)


def _read(template: Path, found: Diagnostics, *, alone: bool) -> bytes | None:
    """The template's bytes: of a pack's folder only what lies in it."""
    try:
        if alone:
            return read_regular(template, str(template))
        return read_within(template.parent, template.name)
    except FileRefused as refused:
        found.error("bad-template", refused.message, None, refused.hint)
        return None


def _by_hand(chain: Sequence[Source], node: Node, found: Diagnostics) -> dict[str, Choice]:
    """The map from roles and kinds to layouts; only the pack's own entries can be wrong."""
    layouts = node.at("layouts")
    own = chain[0].node.at("layouts")
    mine: Mapping[str, Node] = own.mapping if own else {}
    known = (*ROLES, *_VARIANTS, *KINDS)
    choices: dict[str, Choice] = {}
    for key, value in layouts.mapping.items() if layouts else ():
        if key not in known and key in mine:
            hint = did_you_mean(key, known) or f"Known: {', '.join(known)}."
            found.error("unknown-role", f"`layouts` knows no {key!r}.", value.key, hint)
        elif isinstance(value.value, str):
            choices[key] = Choice(value.value, value.span if key in mine else None)
    return choices
