"""All pictures of the demo by name: JPEG bytes, the same at every run."""

from collections.abc import Callable
from functools import cache

from .drawing import scenes, towns
from .drawing.canvas import Canvas
from .drawing.portraits import SITTERS, portrait

SCENES: dict[str, Callable[[Canvas], None]] = {
    scene.__name__: scene
    for scene in (
        scenes.river,
        scenes.water,
        scenes.press,
        scenes.city,
        scenes.crowd,
        scenes.border,
        towns.courthouse,
        towns.fire,
        towns.loom,
        towns.fields,
        towns.night,
        towns.school,
        towns.harbour,
    )
}
PORTRAITS = tuple(SITTERS)


def lead_picture(name: str) -> bytes:
    """Draw one lead picture, 1600 by 1000."""
    canvas = Canvas()
    SCENES[name](canvas)
    return canvas.finished()


def portrait_picture(name: str) -> bytes:
    """Draw one portrait, 900 by 900."""
    return portrait(name)


@cache
def all_pictures() -> dict[str, bytes]:
    """Draw everything: lead pictures by their names, portraits by ``portrait-`` and theirs."""
    leads = {name: lead_picture(name) for name in SCENES}
    return {**leads, **{f"portrait-{name}": portrait_picture(name) for name in PORTRAITS}}
