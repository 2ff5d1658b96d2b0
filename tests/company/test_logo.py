"""A logo is drawn again: what comes out is a picture and nothing else."""

import struct

import pytest

from company.logo import LARGEST_LOGO_FILE, InvalidLogoError, draw_logo

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{}<rect width="40" height="20" fill="#c00"/></svg>'
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def test_an_svg_becomes_a_png_of_the_height_of_the_header():
    drawn = draw_logo(SVG.format("").encode())
    assert drawn.startswith(SIGNATURE)
    assert struct.unpack(">II", drawn[16:24]) == (192, 96)


def test_an_svg_may_begin_with_what_a_drawing_program_says_of_itself():
    assert draw_logo(f"<!-- {'Made with a program. ' * 200}-->{SVG.format('')}".encode()).startswith(SIGNATURE)


def test_nothing_but_the_picture_comes_over():
    hostile = "<script>alert(1)</script><metadata>a word of ours</metadata>"
    assert draw_logo(SVG.format(hostile).encode()) == draw_logo(SVG.format("").encode())


def test_a_png_is_drawn_again():
    once = draw_logo(SVG.format("").encode())
    assert draw_logo(once + b"<script>").startswith(SIGNATURE)
    assert b"script" not in draw_logo(once + b"<script>")


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "SVG or PNG"),
        (b"GIF89a", "SVG or PNG"),
        (b"<svg", "damaged"),
        (SIGNATURE, "damaged"),
        (SIGNATURE + b"\0\0\0\rIHDR" + struct.pack(">II", 50_000, 50_000), "pixels"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 1"><rect width="9" height="1"/></svg>', "as wide"),
        (b" " * (LARGEST_LOGO_FILE + 1), "larger than"),
    ],
)
def test_what_is_no_logo_is_refused_with_a_word(raw, says):
    with pytest.raises(InvalidLogoError, match=says):
        draw_logo(raw)


def test_a_picture_that_names_a_file_of_the_machine_gets_nothing_of_it():
    named = '<image href="file:///etc/passwd" width="9" height="9"/><image href="/etc/hostname" width="9" height="9"/>'
    try:
        drawn = draw_logo(SVG.format(named).encode())
    except InvalidLogoError:
        return
    assert drawn == draw_logo(SVG.format("").encode())
