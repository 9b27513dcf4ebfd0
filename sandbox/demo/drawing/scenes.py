"""The lead pictures: landscapes and towns, one function each."""

import math
import random

from .canvas import Canvas, mixed, wave

INK = "#132033"
NIGHT = "#1b2b44"
SLATE = "#3c5068"
STEEL = "#6f879b"
FOG = "#c9d3d6"
CREAM = "#f4ead8"
SAND = "#e3c9a0"
OCHRE = "#d39a48"
RUST = "#b4532f"
BRICK = "#7d3327"
MOSS = "#56703f"
PINE = "#24463f"
TEAL = "#2f6f73"


def dice(seed: int) -> random.Random:
    """Give the same numbers at each run."""
    return random.Random(seed)  # noqa: S311


def river(canvas: Canvas) -> None:
    canvas.sky("#e9b987", "#f3d9b1", CREAM, bottom=620)
    canvas.glow(1130, 400, 460, "#fff3d6", 0.9)
    canvas.oval(1130, 400, 62, 62, "#fff8e6")
    for step in range(4):
        shade = mixed("#b9a58f", PINE, step / 4)
        canvas.ridge(wave(20 + step, 430 + 62 * step, 46, 0.55), shade, mixed(shade, CREAM, 0.5))
    canvas.ridge(lambda x: 640 + 12 * math.sin(x / 300), PINE, INK)
    bends = [(t, 820 + 330 * math.sin(t * 5.2) * t**0.8 - 120 * t) for t in [n / 60 for n in range(61)]]
    left = [(x - 6 - 190 * t**2, 640 + 360 * t**1.4) for t, x in bends]
    right = [(x + 6 + 190 * t**2, 640 + 360 * t**1.4) for t, x in bends]
    canvas.shape([*left, *reversed(right)], "#e8c79a")
    inner = [(x + 70 * t**2, y) for (x, y), (t, _) in zip(left, bends, strict=True)]
    canvas.shape([*inner, *reversed(right)], "#f4dfbb", 0.7)
    roll = dice(4)
    for _ in range(150):
        x, y = roll.uniform(0, 1600), roll.uniform(655, 985)
        middle = next(b for t, b in bends if 640 + 360 * t**1.4 >= y - 8)
        spread = 40 + 210 * ((y - 640) / 360) ** 1.4
        if abs(x - middle) > spread + 20:
            tree(canvas, x, y, 14 + 40 * (y - 640) / 360, mixed("#1d3a35", INK, roll.random()))
    canvas.mist(640, 70, CREAM, 0.55)


def tree(canvas: Canvas, x: float, foot: float, size: float, colour: str) -> None:
    canvas.shape([(x - size * 0.42, foot), (x, foot - size * 1.9), (x + size * 0.42, foot)], colour)


def water(canvas: Canvas) -> None:
    canvas.sky("#dfe6df", "#b9cdc4", "#8fb0a6", bottom=1000)
    canvas.ridge(wave(31, 300, 26), "#7f9f98", "#a5bdb3")
    canvas.ridge(wave(32, 350, 18), "#5e8580", "#8fb0a6")
    canvas.box(0, 395, 1600, 1000, "#4f7f7c")
    for n in range(60):
        y = 400 + 600 * (n / 60) ** 1.5
        canvas.box(0, y, 1600, y + 2 + n / 7, mixed("#9cbdb2", "#2a5658", n / 60), 0.35)
    for n in range(11):
        radius = 46 + 62 * n
        canvas.ring(980, 690, radius, radius * 0.3, mixed("#eef3e6", "#9cbdb2", n / 11), 9 - n * 0.55, 0.85 - n * 0.07)
    canvas.oval(980, 690, 20, 7, "#f7f8ef")
    canvas.shape([(980, 560), (993, 608), (967, 608)], "#f7f8ef", 0.95)
    canvas.oval(980, 610, 15, 17, "#f7f8ef", 0.95)
    for n in range(7):
        x = 90 + 34 * n + 9 * (n % 3)
        canvas.line([(x, 1000), (x + 14 - 5 * n, 730 + 22 * (n % 4))], "#173b3d", 7)
        canvas.oval(x + 14 - 5 * n, 735 + 22 * (n % 4), 10, 34, "#173b3d")


def press(canvas: Canvas) -> None:
    canvas.sky("#2a2f45", "#1f2438", "#161a2a")
    canvas.glow(420, 150, 900, "#f0c987", 0.75)
    canvas.shape([(300, 0), (540, 0), (1150, 1000), (-260, 1000)], "#f6d9a2", 0.16)
    canvas.box(0, 770, 1600, 1000, "#10131f")
    canvas.box(0, 770, 1600, 776, "#d8b27a", 0.5)
    for n in range(9):
        left, top = 190 + 12 * ((n * 5) % 4), 740 - 46 * n
        canvas.box(left, top, left + 620, top + 40, mixed("#efe4cf", "#b9a688", (n % 3) / 3))
        canvas.box(left, top + 31, left + 620, top + 40, "#8d7c62", 0.6)
        canvas.box(left + 18, top + 10, left + 180 + 31 * (n % 4), top + 17, "#7a6a52", 0.8)
    page = [(250, 372), (770, 346), (800, 372), (276, 402)]
    canvas.shape(page, "#fbf3e2")
    canvas.line([(330, 379), (700, 362)], "#4b4538", 7)
    microphone(canvas, 1130)


def microphone(canvas: Canvas, x: float) -> None:
    canvas.box(x - 9, 520, x + 9, 790, "#07090f")
    canvas.oval(x, 800, 150, 26, "#07090f")
    canvas.ring(x, 420, 112, 150, "#07090f", 13, 1)
    canvas.oval(x, 320, 78, 78, "#0b0e17")
    canvas.box(x - 78, 320, x + 78, 450, "#0b0e17")
    canvas.oval(x, 450, 78, 78, "#0b0e17")
    for n in range(8):
        y = 290 + 21 * n
        canvas.line([(x - 66, y), (x + 66, y)], "#d8a860", 4, 0.75)
    canvas.box(x - 78, 462, x + 78, 474, "#d8a860", 0.9)


def city(canvas: Canvas) -> None:
    canvas.sky("#101b33", "#26395a", "#7a6a76", "#d99a6c", bottom=800)
    canvas.glow(1250, 760, 620, "#f2b880", 0.7)
    roll = dice(7)
    for layer in range(3):
        tint = mixed("#4c5470", "#0c1424", layer / 2)
        x = -30.0
        while x < 1620:
            width, top = roll.uniform(90, 190), roll.uniform(330, 560) + 70 * layer
            canvas.box(x, top, x + width, 1000, tint)
            windows(canvas, roll, (x, top, width), 0.10 + 0.13 * layer)
            x += width + roll.choice([0, 0, 16, 30])
    canvas.box(0, 952, 1600, 1000, "#080d18")


def windows(canvas: Canvas, roll: random.Random, house: tuple[float, float, float], lit: float) -> None:
    left, top, width = house
    columns = int((width - 20) // 30)
    for column in range(columns):
        for row in range(int((960 - top) // 42)):
            x, y = left + 16 + column * 30, top + 22 + row * 42
            if roll.random() < lit:
                canvas.box(x, y, x + 14, y + 20, roll.choice(["#ffd58a", "#f8b765", "#fbe6bd"]), 0.92)
            elif roll.random() < 0.5:
                canvas.box(x, y, x + 14, y + 20, "#000000", 0.16)


def crowd(canvas: Canvas) -> None:
    canvas.sky("#c8663c", "#e29a58", "#f2cf98", bottom=760)
    canvas.glow(360, 560, 560, "#ffe9bd", 0.8)
    canvas.oval(360, 560, 108, 108, "#fff0cc")
    canvas.ridge(wave(44, 610, 24), "#a8563a", "#d2895a")

    def hill(x: float) -> float:
        return 840 - 0.16 * x - 60 * math.sin(x / 520)

    canvas.ridge(hill, "#3d2430", "#1d1420")
    roll = dice(9)
    for n in range(52):
        x = 40 + n * 30 + roll.uniform(-6, 6)
        person(canvas, roll, x, hill(x) + 12, roll.uniform(92, 132), mixed("#3d2430", "#1d1420", roll.random() * 0.8))
    x = 1490.0
    canvas.box(x - 70, hill(x) - 190, x + 90, hill(x) + 20, "#1d1420")
    canvas.shape([(x - 92, hill(x) - 190), (x + 10, hill(x) - 262), (x + 112, hill(x) - 190)], "#1d1420")
    canvas.box(x - 30, hill(x) - 110, x + 20, hill(x) + 20, "#f2cf98", 0.9)


def person(canvas: Canvas, roll: random.Random, x: float, foot: float, tall: float, colour: str) -> None:
    wide = tall * roll.uniform(0.17, 0.22)
    head = tall * 0.105
    canvas.shape(
        [(x - wide * 0.75, foot), (x - wide, foot - tall * 0.62), (x - wide * 0.6, foot - tall * 0.77),
         (x + wide * 0.6, foot - tall * 0.77), (x + wide, foot - tall * 0.62), (x + wide * 0.75, foot)],
        colour,
    )  # fmt: skip
    canvas.oval(x + roll.uniform(-3, 3), foot - tall * 0.87, head, head * 1.15, colour)


def border(canvas: Canvas) -> None:
    canvas.sky("#aab8c0", "#cfd8da", "#e9ebe6", bottom=700)
    for step in range(5):
        shade = mixed("#b4c1c6", "#35495a", step / 4.4)
        canvas.ridge(wave(60 + step, 330 + 96 * step, 88 - 8 * step, 0.58), shade, mixed(shade, "#e9ebe6", 0.75))
    canvas.ridge(lambda x: 800 + 40 * math.sin(x / 420 + 1), "#2b3d4a", "#15212b")
    bends = [(800 + 300 * math.sin(t * 9) * (0.25 + t) - 60 * t, 640 + 360 * t) for t in [n / 70 for n in range(71)]]
    left = [(x - 5 - 95 * (n / 70) ** 1.6, y) for n, (x, y) in enumerate(bends)]
    right = [(x + 5 + 95 * (n / 70) ** 1.6, y) for n, (x, y) in enumerate(bends)]
    canvas.shape([*left, *reversed(right)], "#d9dad2", 0.92)
    for n in range(24):
        x = 1010 + 27 * n
        canvas.line([(x, 640 + 2 * n), (x, 720 + 5 * n)], "#15212b", 3 + n / 9)
    for row in range(4):
        canvas.line([(1010, 650 + 20 * row), (1631, 703 + 30 * row)], "#15212b", 2.5)
    canvas.mist(620, 130, "#eef0ec", 0.75)
    canvas.box(420, 545, 436, 800, "#15212b")
    canvas.line([(428, 690), (742, 640)], RUST, 14)
    for n in range(4):
        canvas.line([(468 + 76 * n, 683.6 - 12.1 * n), (502 + 76 * n, 678.2 - 12.1 * n)], "#f4ead8", 14)
