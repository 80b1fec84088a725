"""What was found sound in the files of one run: in the next one only what differs is looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckgen.frozen import Frozen, replace
from deckgen.ooxml.archive import OWN, Member
from deckgen.ooxml.known_entries import KnownEntries
from deckgen.ooxml.package import CONTENT_TYPES_PART, Package
from deckgen.ooxml.validity.known_forms import KnownForms

_MOST = 8  # kinds
_LARGEST = 4 << 20  # bytes of a package that is remembered


class Sound(Frozen):
    """A package in which nothing was wrong.

    `frame` are the members that say how its parts belong together, `own` the parts that are not
    its template's, `strangers` what was said of the template.
    """

    package: Package
    template: bytes
    frame: tuple[Member, ...]
    own: tuple[str, ...]
    strangers: tuple[str, ...]

    def changed(self, package: Package) -> list[str]:
        """The parts of a package of the same frame that are not as they were here."""
        before = self.package.members
        return [
            name
            for name, member in package.members.items()
            if member is not before[name] and member != before[name]
        ]


class Seen:
    """Remembers the forms of parts, and of each kind the last sound package; for one thread.

    Packages are of a kind when they have the same parts, which belong together in the same way.
    """

    __slots__ = ("_entries", "_sound", "forms")

    def __init__(self) -> None:
        self.forms = KnownForms()
        self._entries = KnownEntries()
        self._sound: dict[tuple[str, ...], Sound] = {}

    def opened(
        self, data: bytes, template: bytes, deflated: Mapping[bytes, bytes]
    ) -> tuple[Package, Sound | None]:
        """A package, and a sound one of its kind and its template; raises PackageRefused.

        `deflated` are contents by what they were deflated to.
        """
        members = self._entries.members(data)
        if members is None:
            return Package.open(data, OWN), None
        sound = self._sound.get(tuple(members))
        if sound is None or sound.template != template or sound.frame != _frame(members):
            return Package(members), None
        return sound.package.alike(members, deflated), sound

    def keep(
        self, package: Package, template: bytes, own: Sequence[str], strangers: Sequence[str]
    ) -> None:
        """Remember a package in which nothing was wrong."""
        members = package.members
        if sum([len(member.raw) for member in members.values()]) > _LARGEST:
            return
        if len(self._sound) >= _MOST:
            self._sound.clear()
        self._sound[tuple(members)] = Sound(
            package, template, _frame(members), tuple(own), tuple(strangers)
        )

    def keep_next(self, package: Package, sound: Sound) -> None:
        """Remember another sound package in the place of one of its kind."""
        self._sound[tuple(package.members)] = replace(sound, package=package)


def _frame(members: Mapping[str, Member]) -> tuple[Member, ...]:
    return tuple(
        [
            member
            for name, member in members.items()
            if name.endswith(".rels") or name == CONTENT_TYPES_PART
        ]
    )
