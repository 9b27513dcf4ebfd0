from io import BytesIO

import pytest
from PIL import Image

from sandbox.demo.drawing.canvas import Canvas, mixed
from sandbox.demo.pictures import PORTRAITS, SCENES, all_pictures, lead_picture, portrait_picture


@pytest.mark.parametrize("name", SCENES)
def test_picture_of_a_story_has_its_size_and_is_no_flat_colour(name: str):
    picture = Image.open(BytesIO(all_pictures()[name]))
    assert picture.size == (1600, 1000)
    assert len(set(picture.resize((16, 10)).get_flattened_data())) > 50


@pytest.mark.parametrize("name", PORTRAITS)
def test_picture_of_a_person_is_square(name: str):
    assert Image.open(BytesIO(all_pictures()[f"portrait-{name}"])).size == (900, 900)


def test_picture_is_the_same_at_every_run():
    assert lead_picture("harbour") == all_pictures()["harbour"]
    assert portrait_picture("night") == all_pictures()["portrait-night"]


def test_picture_holds_nothing_but_the_picture():
    picture = Image.open(BytesIO(all_pictures()["river"]))
    assert not picture.getexif()
    assert "comment" not in picture.info


def test_canvas_leaves_out_what_lies_beside_the_paper():
    canvas = Canvas(20, 10)
    canvas.sky("#ffffff", "#ffffff")
    canvas.box(50, 50, 60, 60, "#000000")
    assert canvas.image.getextrema() == ((255, 255),) * 3


def test_colour_is_mixed_between_two():
    assert mixed("#000000", "#ff8000", 0.5) == "#804000"
