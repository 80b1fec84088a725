"""Templates of strangers: errors with their place, nothing to reach, nothing without end."""

from __future__ import annotations

import pytest
from tests.unit.documents.talks import refused, rendered

from deckgen.diagnostics import Span


def test_a_name_that_is_not_known_is_found_with_its_line():
    found = refused("# {{ talk.title }}\n\n{{ tlk.title }}\n")

    assert found.code == "template-error"
    assert found.span == Span("templates/briefing.md.j2", 3, 1)
    assert found.hint == "Did you mean 'talk'?"


def test_an_error_says_which_slide_was_being_rendered():
    found = refused("{% for slide in slides %}\n{{ slide.colour }}\n{% endfor %}\n")

    assert found.span == Span("templates/briefing.md.j2", 2, 1)
    assert "the slide 'one' of outline.yaml:4:5" in found.message


def test_an_error_in_a_macro_is_found_where_it_is():
    found = refused('{% import "macros.md.j2" as m %}\n{{ m.speaker(talk) }}\n')

    assert found.span is not None
    assert found.span.file == "templates/macros.md.j2"


def test_bad_syntax_is_found_with_its_line():
    assert refused("a\n{% if %}\n").span == Span("templates/briefing.md.j2", 2, 1)


def test_a_template_that_is_not_there_is_named():
    assert "nowhere.md.j2" in refused('{% include "nowhere.md.j2" %}').message


@pytest.mark.parametrize(
    "template",
    [
        "{{ talk.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ labels.update({'a': 'b'}) }}",
        "{{ self.__init__.__globals__ }}",
        "{{ talk | attr('title') }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ range.__self__ }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ '{0.__class__}' | format(1) }}",
        "{{ ['__class__'] | map(attribute='__class__') | list }}",
        "{{ [''] | map(attribute='__class__') | join }}",
        "{{ ''['__class__'] }}",
        "{{ talk.title.encode }}",
        "{% include '/etc/passwd' %}",
        "{% include '../../etc/passwd' %}",
        "{% import 'os' as os %}{{ os.system }}",
        "{% extends '/etc/passwd' %}",
    ],
)
def test_templates_reach_nothing_but_their_data(template: str):
    assert refused(template).code == "template-error"


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
        "{% set n = namespace(x='aaaaaaaaaa') %}"
        "{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "{{ 'a' * 900000000 }}",
        "{{ [1] * 900000000 }}",
        "{{ 'a'.ljust(900000000) }}",
        "{{ '%900000000d' % 1 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}"
        "{% endif %}{% endmacro %}{{ m(60) }}",
        "{% for a in range(9) recursive %}{{ loop(range(9)) }}{% endfor %}",
        "{% set n = namespace(v=2) %}{% for i in range(99) %}{% set n.v = n.v * n.v %}{% endfor %}",
        "{% set n = namespace(v=[]) %}"
        "{% for i in range(99) %}{% set n.v = [n.v, n.v] %}{% endfor %}{{ n.v == n.v }}",
        "{% set n = namespace(v=[1]) %}"
        "{% for i in range(99) %}{% set n.v = (n.v + n.v) | batch(9) | list %}{% endfor %}",
        "{% set n = namespace(v={}) %}{% for i in range(99) %}{% set n.v = {1: n.v, 2: n.v} %}"
        "{% endfor %}",
        "{% set b = 'a' * 1000000 %}{% for i in range(99999) %}{{ b }}{% endfor %}",
        "{% set b = 'a' * 1000000 %}{% set x %}{% for i in range(9999) %}{{ b }}"
        "{% endfor %}{% endset %}",
        "{% set b = 'a' * 1000000 %}{{ range(99999) | join(b) }}",
        "{% set b = 'a' * 1000000 %}{{ b | replace('', b) }}",
        "{% set b = 'a' * 1000000 %}{{ b.replace('', b) }}",
        "{% set b = 'a' * 1000000 %}{{ b.join(range(99999) | list) }}",
        "{{ [1] | batch(900000000) | list }}",
        "{{ [1] | slice(900000000) | list }}",
        "{{ (5).to_bytes(900000000, 'big') }}",
        "{{ lipsum(900000000) }}",
        "{% for i in range(99999) %}{{ range(99999) | sum }}{% endfor %}",
        "{% for i in range(99999) %}{% if range(99999) | list == [1] %}{% endif %}{% endfor %}",
        "{% for i in range(90000) %}" + "constant text " * 200 + "{% endfor %}",
        "{% with n = n | default(60) %}{% if n %}{% with n = n - 1 %}"
        "{% include 'briefing.md.j2' %}{% include 'briefing.md.j2' %}"
        "{% endwith %}{% endif %}{% endwith %}",
        "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
        "{{ " + "1 + " * 50_000 + "1 }}",
        "{{ " + "-" * 50_000 + "1 }}",
        "{% if 1 %}" * 3_000 + "{% endif %}" * 3_000,
    ],
)
def test_templates_come_to_an_end(template: str):
    assert refused(template).code == "template-error"


def test_a_pack_may_say_it_its_own_way():
    document = rendered("  - title-slide\n", briefing="Only {{ talk.title }}.")

    assert document.markdown == "Only A talk.\n"
