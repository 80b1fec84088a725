"""What a layout is for, as its name says in the language of the template."""

from __future__ import annotations

import pytest

from deckgen.packs.words import named_for, opens


def best(name: str) -> str:
    """The role that most of the name speaks of."""
    roles = named_for(name)
    return max(roles, key=lambda role: roles[role], default="")


@pytest.mark.parametrize(
    "name",
    ["Title Slide", "Titelfolie", "Diapositive de titre", "Титульный слайд", "标题幻灯片",
     "タイトル スライド", "제목 슬라이드", "شريحة عنوان", "Slajd tytułowy"],
)  # fmt: skip
def test_the_opening_slide_is_known_in_the_languages_of_office(name: str):
    assert best(name) == "title"
    assert opens(name)


@pytest.mark.parametrize(
    ("name", "role"),
    [("Title and Content", "content"),
     ("Titel und Inhalt", "content"), ("Título y objetos", "content"),
     ("Section Header", "section"), ("Zwischentitel", "section"), ("Comparaison", "comparison"),
     ("Two Content", "columns"), ("两栏内容", "columns"), ("Title Only", "diagram"),
     ("Nur Titel", "diagram"), ("Zitat", "quote"), ("اقتباس", "quote"), ("Vielen Dank", "closing")],
)  # fmt: skip
def test_a_layouts_name_tells_its_role(name: str, role: str):
    assert best(name) == role


@pytest.mark.parametrize("name", ["TÍTULO Y OBJETOS", "titulo y objetos", "Título_y_objetos"])
def test_case_accents_and_underscores_do_not_matter(name: str):
    assert best(name) == "content"


def test_a_designers_own_words_around_the_role_do_not_hide_it():
    assert best("2b_Corporate Agenda (dark)") == "agenda"


def test_in_scripts_without_spaces_a_role_may_stand_anywhere_in_the_name():
    assert best("深色封面一") == "title"


def test_part_of_a_longer_word_is_no_role():
    assert "table" not in named_for("Tablet mockup")


def test_contents_are_a_table_of_contents_only_by_themselves():
    assert best("Contents") == "agenda"
    assert "agenda" not in named_for("Three contents")


def test_a_name_that_says_more_of_something_else_does_not_open_a_talk():
    assert not opens("Table of contents with cover")


@pytest.mark.parametrize("name", ["", "Layout 7", "1_Custom Design"])
def test_a_name_that_says_nothing_is_given_no_role(name: str):
    assert named_for(name) == {}
