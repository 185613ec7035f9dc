from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from quorate.charter.load import load
from quorate.cli.shelf import library
from quorate.rules.membership import Membership, Seat
from quorate.words.naming import Naming
from quorate.words.pictures.attendance import Attended, Mark, attendance_picture
from quorate.words.pictures.map import DASHES, HEADS, map_picture
from quorate.words.pictures.map_layout import BOX, layout
from quorate.words.pictures.map_lines import Sort, boxes_of, levels_of, lines_of
from quorate.words.pictures.route import route_picture
from quorate.words.pictures.seats import Place, places_of, seats_picture
from quorate.words.svg import Picture, element, wide, words, wrapped
from tests.words.cast import TEXT, charter

SVG = "{http://www.w3.org/2000/svg}"
MANY = sorted(library().charter_paths)
PLACES = (
    Place("Chair", "councils", "A & B <Ltd>"),
    Place("Vice-chair", "ports"),
    Place("Guest seat", "councils", optional=True),
)
MEETINGS = ("7 May 2019", "2 July 2019")
ROWS = (
    Attended("Chair", (Mark.PRESENT, Mark.SUBSTITUTE)),
    Attended(
        "Vice-chair of the whole partnership and its ports", (Mark.APOLOGY, Mark.ABSENT)
    ),
    Attended("Treasurer", (Mark.NOBODY, Mark.UNKNOWN)),
)


def drawn() -> dict[str, Picture]:
    return {
        "seats": seats_picture(PLACES, title="Who sits & where"),
        "route": route_picture(charter(), "board"),
        "map": map_picture((charter(),), title="Harbour"),
        "attendance": attendance_picture(MEETINGS, ROWS, title="Attendance"),
    }


def root(picture: Picture) -> ET.Element:
    return ET.fromstring(picture.svg)  # noqa: S314  Our own markup.


@pytest.mark.parametrize("name", ["seats", "route", "map", "attendance"])
def test_a_picture_is_valid_and_says_what_it_is(name: str) -> None:
    picture = drawn()[name]

    svg = root(picture)
    title, about = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")

    assert svg.get("role") == "img"
    assert title is not None
    assert title.text
    assert about is not None
    assert about.text
    assert svg.get("aria-label") == f"{title.text}. {about.text}"
    assert len(picture.text) > 1


@pytest.mark.parametrize("name", ["seats", "route", "map", "attendance"])
def test_a_picture_has_the_same_bytes_whenever_it_is_drawn(name: str) -> None:
    assert drawn()[name] == drawn()[name]


@pytest.mark.parametrize("name", ["seats", "route", "map", "attendance"])
def test_no_text_leaves_the_picture(name: str) -> None:
    svg = root(drawn()[name])
    width, height = float(svg.get("width", 0)), float(svg.get("height", 0))

    for one in svg.iter(f"{SVG}text"):
        x, reach = (
            float(one.get("x", 0)),
            wide(one.text or "", int(one.get("font-size", 14))),
        )
        if one.get("text-anchor") == "middle":
            x -= reach / 2
        assert x >= 0, one.text
        assert x + reach <= width, one.text
        assert float(one.get("y", 0)) <= height


def test_a_filled_seat_and_a_vacant_one_differ_by_shape() -> None:
    svg = root(drawn()["seats"])

    assert len(svg.findall(f".//{SVG}circle")) == 1
    squares = [one for one in svg.iter(f"{SVG}rect") if one.get("stroke-dasharray")]
    assert len(squares) == 2


def test_the_seats_are_listed_by_group_with_their_holders() -> None:
    assert drawn()["seats"].text == (
        "Who sits & where",
        "1 of 3 seats are filled",
        "Councils",
        "1. Chair: A & B <Ltd>",
        "2. Guest seat: vacant, and need not be filled",
        "Ports",
        "3. Vice-chair: vacant",
    )


def test_places_come_from_a_membership() -> None:
    seats = (
        Seat("chair", "chair", frozenset({"councils"}), (), None, "member", False),
        Seat("crew", "crew", frozenset(), (), None, "observer", True, "Crew"),
    )

    places = places_of(
        Membership(seats, {"chair": "p1"}), Naming(names={"p1": "The mayor"})
    )

    assert places == (
        Place("Chair", "councils", "The mayor"),
        Place("Crew", "observer", optional=True),
    )


def test_sixty_seats_do_not_touch() -> None:
    many = tuple(Place(f"Seat {one}", holder="x") for one in range(60))

    svg = root(seats_picture(many, title="Many"))
    spots = [
        (float(one.get("cx", 0)), float(one.get("cy", 0)), float(one.get("r", 0)))
        for one in svg.iter(f"{SVG}circle")
    ]

    assert len(spots) == 60
    for one, other in combinations(spots, 2):
        apart = ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5
        assert apart > one[2] + other[2]


def test_the_route_says_each_step_and_how_it_ends() -> None:
    assert drawn()["route"].text == (
        "Where a matter goes from the Harbour Board",
        (
            "From The Harbour Board to The Harbour Council: there is no agreement; "
            "within 20 working days after the matter is referred."
        ),
        (
            "From The Harbour Council to The Panel: if it does not settle the matter; "
            "within 20 working days after the matter is referred."
        ),
        "If nobody answers, the matter falls.",
        "The outcome comes back to the Harbour Board.",
    )


def test_a_body_without_a_route_gets_a_picture_that_says_so() -> None:
    terms = load(TEXT[: TEXT.index("A matter that")])

    picture = route_picture(terms, "board")

    assert picture.text[1:] == ("The terms do not say where a matter goes.",)


def test_the_map_tells_each_body_and_its_lines() -> None:
    assert drawn()["map"].text == (
        "Harbour",
        "4 bodies and others, and 3 lines between them",
        "Harbour Council (Strategic)",
        "Panel",
        "Panel: scrutinises, or is independent of: Harbour Board",
        "Harbour Board (Executive)",
        "Harbour Board: reports or answers to: Harbour Council",
        "The harbour office",
        "The harbour office: supports, briefs or advises: Harbour Board",
    )


def test_lines_of_the_map_differ_by_dash_and_by_arrow_head() -> None:
    assert len({DASHES[sort] for sort in Sort}) == len(Sort)
    assert len({HEADS[sort] for sort in Sort}) == len(Sort)


@pytest.mark.parametrize("slug", MANY)
def test_boxes_of_a_shipped_map_overlap_nowhere_and_hold_their_names(
    slug: str,
) -> None:
    terms = (library().charters[slug],)
    boxes, lines = boxes_of(terms), lines_of(terms)

    found = layout(boxes, lines, levels_of(boxes, lines), top=50)

    assert set(found.placed) == set(boxes)
    for one, other in combinations(found.placed.values(), 2):
        beside = one.left + BOX <= other.left or other.left + BOX <= one.left
        above = one.top + one.height <= other.top or other.top + other.height <= one.top
        assert beside or above
    for one in found.placed.values():
        assert all(wide(line, 13) <= BOX for line in one.lines)
        assert len(one.lines) * 17 <= one.height


@pytest.mark.parametrize("slug", MANY)
def test_no_line_of_a_shipped_map_runs_through_a_box(slug: str) -> None:
    terms = (library().charters[slug],)
    boxes, lines = boxes_of(terms), lines_of(terms)

    found = layout(boxes, lines, levels_of(boxes, lines), top=50)

    for _, points in found.paths:
        for one in found.placed.values():
            inside = [
                (x, y)
                for x, y in points
                if one.left < x < one.left + BOX and one.top < y < one.top + one.height
            ]
            assert not inside


@pytest.mark.parametrize("slug", MANY)
def test_every_shipped_map_is_valid(slug: str) -> None:
    picture = map_picture((library().charters[slug],), title=slug)

    assert root(picture).tag == f"{SVG}svg"


def test_a_map_of_many_bodies_in_one_row_is_broken_into_rows() -> None:
    bodies = "\n".join(f"  b{one}:\n    name: Body {one}" for one in range(20))
    terms = load(f"---\ncharter: many\ntitle: Many\nbodies:\n{bodies}\n---\n\n# Many\n")
    boxes = boxes_of((terms,))

    found = layout(boxes, (), levels_of(boxes, ()), top=0)

    assert max(len(codes) for _, codes in found.rows) == 7
    assert found.width < 1500


def test_marks_of_attendance_differ_by_shape() -> None:
    svg = root(drawn()["attendance"])

    assert {one.tag.removeprefix(SVG) for one in svg.iter()} >= {
        "circle",
        "path",
        "polygon",
    }


def test_attendance_counts_with_its_denominator() -> None:
    assert drawn()["attendance"].text[2] == (
        "Chair: present 1 of 2 times (7 May 2019: present; 2 July 2019: a substitute "
        "came)"
    )
    assert "present 0 of 0 times" in drawn()["attendance"].text[4]


def test_a_row_needs_a_mark_for_each_meeting() -> None:
    with pytest.raises(ValueError, match="shorter"):
        attendance_picture(MEETINGS, (Attended("Chair", (Mark.PRESENT,)),), title="x")


def test_hostile_names_stay_text() -> None:
    bad = Place("<script>alert('x')</script>\x00", "g", "\x08&amp;")

    svg = seats_picture((bad,), title='"><svg onload=x>').svg

    assert "<script" not in svg
    assert "<svg onload" not in svg
    assert ET.fromstring(svg).tag == f"{SVG}svg"  # noqa: S314  Our own markup.


def test_a_word_that_is_too_long_is_cut() -> None:
    lines = wrapped("Donaudampfschifffahrtsgesellschaft x", 60, 14)

    assert "".join(lines) == "Donaudampfschifffahrtsgesellschaftx"
    assert all(wide(line, 14) <= 60 for line in lines)


def test_markup_is_written_from_its_parts() -> None:
    assert element("g", element("path", d="M 0", stroke_width=2.5, fill=None)) == (
        '<g><path d="M 0" stroke-width="2.5"/></g>'
    )
    assert words("a < b & c") == "a &lt; b &amp; c"


def test_a_second_route_stands_in_a_column_of_its_own() -> None:
    text = (
        TEXT
        + "\nAn urgent matter goes to the panel. {#urgent}\n\n"
        + ("```rule\nreferral:\n  to: panel\n```\n")
    )

    one, two = route_picture(charter(), "board"), route_picture(load(text), "board")

    assert float(root(two).get("width", 0)) > float(root(one).get("width", 0))
    assert two.text[-1] == "From The Harbour Board to The Panel."
