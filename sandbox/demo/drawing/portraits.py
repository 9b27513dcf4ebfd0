"""Portraits of people who do not exist: a silhouette, a collar, hair and light, and no face."""

from dataclasses import dataclass

from .canvas import Canvas, mixed


@dataclass(frozen=True)
class Sitter:
    """The colours of one portrait, and how the hair falls."""

    wall: tuple[str, str]
    skin: str
    hair: str
    coat: str
    shirt: str
    style: str


SITTERS = {
    "dusk": Sitter(("#e8c9a4", "#c77f55"), "#b9825c", "#2a1a1c", "#27414a", "#efe3cc", "long"),
    "harbour": Sitter(("#c3d3d3", "#6e8f99"), "#8a5a41", "#1a1c24", "#5b3a2e", "#dfe4dc", "short"),
    "night": Sitter(("#3a4468", "#1c2442"), "#6d4a3c", "#171a2c", "#202a4c", "#202a4c", "away"),
}


def portrait(name: str) -> bytes:
    """Draw one sitter as a square JPEG."""
    sitter = SITTERS[name]
    canvas = Canvas(900, 900)
    canvas.sky(*sitter.wall)
    canvas.glow(620, 250, 520, mixed(sitter.wall[0], "#ffffff", 0.5), 0.55)
    if sitter.style == "away":
        turned_away(canvas, sitter)
    else:
        dressed(canvas, sitter)
    return canvas.finished()


def dressed(canvas: Canvas, sitter: Sitter) -> None:
    if sitter.style == "long":
        canvas.oval(450, 395, 186, 214, sitter.hair)
        canvas.shape([(264, 400), (636, 400), (668, 700), (232, 700)], sitter.hair)
    shoulders(canvas, sitter.coat)
    canvas.shape([(388, 540), (512, 540), (524, 690), (450, 742), (376, 690)], mixed(sitter.skin, "#000000", 0.22))
    canvas.shape([(352, 668), (450, 770), (390, 852), (318, 690)], sitter.shirt)
    canvas.shape([(548, 668), (450, 770), (510, 852), (582, 690)], mixed(sitter.shirt, "#000000", 0.12))
    canvas.oval(450, 412, 136, 176, sitter.skin)
    canvas.shape([(450, 236), (586, 330), (586, 470), (520, 566), (450, 588)], mixed(sitter.skin, "#000000", 0.5), 0.22)
    if sitter.style == "long":
        canvas.shape([(306, 420), (322, 276), (450, 206), (578, 276), (594, 420), (560, 330), (420, 300)], sitter.hair)
    else:
        canvas.shape([(308, 392), (304, 270), (386, 196), (530, 190), (600, 276), (592, 392), (560, 312), (350, 316)],
                     sitter.hair)  # fmt: skip
        for x in (392, 508):
            canvas.ring(x, 414, 50, 44, "#20242c", 9, 1)
        canvas.line([(442, 408), (458, 408)], "#20242c", 9)
        canvas.shape([(322, 470), (450, 520), (578, 470), (548, 566), (450, 606), (352, 566)], sitter.hair, 0.92)


def turned_away(canvas: Canvas, sitter: Sitter) -> None:
    """Draw somebody at a window, seen from behind: who signs with a pseudonym shows no face, not even a drawn one."""
    canvas.box(190, 60, 710, 700, "#f0cf9a", 0.85)
    for left, top in ((190, 60), (460, 60), (190, 390), (460, 390)):
        canvas.box(left + 14, top + 14, left + 236, top + 296, mixed("#f6ddb0", "#d99a6c", top / 600))
    canvas.glow(450, 330, 420, "#fff1cf", 0.5)
    shoulders(canvas, sitter.coat)
    canvas.shape([(388, 520), (512, 520), (536, 690), (364, 690)], mixed(sitter.skin, "#000000", 0.15))
    canvas.shape([(352, 640), (548, 640), (600, 720), (300, 720)], mixed(sitter.coat, "#ffffff", 0.09))
    for x in (308, 592):
        canvas.oval(x, 430, 20, 36, sitter.skin)
    canvas.oval(450, 400, 146, 180, sitter.hair)
    canvas.shape([(312, 440), (588, 440), (530, 586), (370, 586)], sitter.hair)


def shoulders(canvas: Canvas, colour: str) -> None:
    canvas.shape([(110, 900), (150, 740), (318, 662), (582, 662), (750, 740), (790, 900)], colour)
    canvas.shape([(582, 662), (750, 740), (790, 900), (620, 900)], "#000000", 0.16)
