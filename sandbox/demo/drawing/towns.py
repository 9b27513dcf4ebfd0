"""More lead pictures: buildings, fields and the sea."""

import math

from .canvas import Canvas, mixed, wave
from .scenes import CREAM, INK, dice, tree


def courthouse(canvas: Canvas) -> None:
    canvas.sky("#1c2c4c", "#3f5a80", "#9fb0bd", "#e4d3bd", bottom=820)
    canvas.ridge(wave(71, 620, 30), "#4c627f", "#8498a8")
    stone, shadow = "#e8dcc8", "#5d6a80"
    canvas.shape([(330, 360), (800, 190), (1270, 360)], mixed(stone, shadow, 0.25))
    canvas.shape([(420, 345), (800, 208), (1180, 345)], mixed(stone, shadow, 0.5))
    canvas.oval(800, 295, 34, 34, stone)
    canvas.box(330, 360, 1270, 412, stone)
    canvas.box(330, 404, 1270, 416, shadow, 0.6)
    canvas.box(370, 416, 1230, 770, "#24344f")
    canvas.box(775, 560, 831, 770, "#f6cf8c", 0.95)
    for n in range(8):
        left = 364 + 116 * n
        canvas.box(left, 416, left + 64, 770, stone)
        for groove in range(4):
            canvas.box(left + 11 + 14 * groove, 440, left + 15 + 14 * groove, 752, shadow, 0.35)
        canvas.box(left + 44, 416, left + 64, 770, shadow, 0.3)
        canvas.box(left - 7, 416, left + 71, 440, mixed(stone, shadow, 0.12))
        canvas.box(left - 7, 748, left + 71, 772, mixed(stone, shadow, 0.12))
    canvas.glow(803, 680, 190, "#f6cf8c", 0.4)
    for n in range(7):
        canvas.box(300 - 38 * n, 770 + 25 * n, 1300 + 38 * n, 796 + 25 * n, mixed(stone, shadow, 0.1 + 0.09 * n))
    canvas.box(0, 945, 1600, 1000, "#1a2740")
    for x, tall in ((560, 118), (1012, 132), (1070, 112)):
        canvas.shape([(x - 20, 946), (x - 24, 946 - tall * 0.7), (x + 24, 946 - tall * 0.7), (x + 20, 946)], "#121c30")
        canvas.oval(x, 946 - tall * 0.84, 14, 17, "#121c30")


def fire(canvas: Canvas) -> None:
    canvas.sky("#2a1a24", "#6e2d2a", "#b9562f", "#e3a05a", bottom=800)
    roll = dice(12)
    for n in range(46):
        share = n / 46
        x = 1020 + 240 * math.sin(share * 4.2) * share + roll.uniform(-40, 40)
        size = 44 + 150 * share + roll.uniform(-14, 14)
        canvas.oval(x, 610 - 640 * share, size, size * 0.78, mixed("#5b3a38", "#1c1219", share), 0.34)
    canvas.glow(1020, 660, 330, "#ffc870", 0.75)
    for layer in range(2):
        x = -40.0
        while x < 1640:
            width, top = roll.uniform(110, 190), roll.uniform(590, 680) + 120 * layer
            tint = mixed("#4a2228", "#150d14", layer)
            canvas.box(x, top, x + width, 1000, tint)
            canvas.shape([(x - 14, top), (x + width / 2, top - roll.uniform(46, 80)), (x + width + 14, top)], tint)
            canvas.box(x + width * 0.7, top - 74, x + width * 0.7 + 20, top, tint)
            if layer and roll.random() < 0.5:
                canvas.box(x + 40, top + 60, x + 66, top + 98, "#f0b565", 0.85)
            x += width


def loom(canvas: Canvas) -> None:
    canvas.sky("#20283a", "#161d2c")
    threads = ["#c9653f", "#e0b25c", "#efe3cc", "#3d7b7d", "#8c3b33", "#9db3ab"]
    roll = dice(15)
    for n in range(110):
        y = -260 + n * 14.5
        colour = threads[int((n // 5 + roll.choice([0, 0, 0, 1])) % len(threads))]
        run = [(x, y + 0.18 * x + 46 * math.sin(x / 330 + n / 24)) for x in range(-20, 1660, 20)]
        canvas.line([(x, top + 5) for x, top in run], "#0a0e17", 9, 0.6)
        canvas.line(run, mixed(colour, "#20283a", roll.uniform(0, 0.32)), 8.5)
    for n in range(26):
        x = 30 + n * 64
        canvas.line([(x, -10), (x - 130, 1010)], "#0f1522", 5, 0.5)
    canvas.shape([(1080, 310), (1460, 430), (1452, 462), (1072, 342)], "#f4ead8")
    canvas.shape([(1072, 342), (1452, 462), (1466, 446), (1460, 430)], "#b59e78", 0.8)
    canvas.oval(1098, 327, 9, 6, "#20283a")


def fields(canvas: Canvas) -> None:
    canvas.sky("#7fa3ad", "#c9d5c4", "#f4e3b8", bottom=520)
    canvas.glow(460, 400, 520, "#fff4cf", 0.85)
    canvas.oval(460, 400, 74, 74, "#fffbe8")
    canvas.ridge(wave(81, 400, 40), "#8ea694", "#c3cda9")
    canvas.ridge(wave(82, 456, 26), "#6d8a6a", "#a9b97f")
    bands = ["#a9a655", "#7d9550", "#c9b15c", "#5f7f4a", "#b99a48", "#4c6d43", "#8f8a3f", "#34563a"]
    for n, colour in enumerate(bands):
        base = 500 + 10 * n + 8.2 * n**2
        canvas.ridge(lambda x, b=base, n=n: b + (16 + 5 * n) * math.sin(x / (420 + 60 * n) + n * 1.7), colour)
        for row in range(2 + n):
            offset = base + 14 + row * (9 + n * 1.6)
            run = [(x, offset + (16 + 5 * n) * math.sin(x / (420 + 60 * n) + n * 1.7)) for x in range(-10, 1620, 20)]
            canvas.line(run, mixed(colour, INK, 0.35), 1.5 + n / 3, 0.35)
    for x, foot, size in ((1180, 560, 30), (1225, 566, 38), (1270, 562, 28), (210, 640, 40)):
        canvas.oval(x, foot - size, size * 0.7, size, "#2f4d34")
    canvas.box(1330, 508, 1410, 566, "#f4ead8")
    canvas.shape([(1318, 510), (1370, 466), (1422, 510)], "#a8482f")


def night(canvas: Canvas) -> None:
    canvas.sky("#0b1226", "#15224a", "#34406e", bottom=760)
    roll = dice(18)
    for _ in range(260):
        size = roll.uniform(0.7, 2.1)
        canvas.oval(roll.uniform(0, 1600), roll.uniform(0, 560), size, size, "#f5f0dc", roll.uniform(0.25, 0.9))
    canvas.ridge(wave(91, 520, 40), "#1c2750", "#2a3563")

    def hill(x: float) -> float:
        return 560 + 0.00028 * (x - 900) ** 2 - 30 * math.sin(x / 260)

    canvas.glow(900, 760, 760, "#e0a456", 0.32)
    canvas.ridge(hill, "#141a33", "#080b18")
    for _ in range(620):
        x = roll.gauss(900, 400)
        depth = roll.random() ** 1.3
        y = hill(x) + 26 + depth * (960 - hill(x))
        size = 1.6 + 3.6 * depth
        if roll.random() < 0.35:
            canvas.glow(x, y, size * 7, "#f7b45e", 0.4)
        canvas.oval(x, y, size, size * 1.25, roll.choice(["#ffd993", "#ffc46b", "#fff0cf"]))


def school(canvas: Canvas) -> None:
    canvas.sky("#8fb6bd", "#cfe0d6", CREAM, bottom=640)
    canvas.shape([(420, 640), (930, 150), (1040, 250), (1120, 190), (1620, 640)], "#6d8f93")
    canvas.shape([(930, 150), (1040, 250), (985, 268), (940, 236), (872, 292), (838, 238)], "#f2f3ea", 0.95)
    canvas.ridge(wave(96, 560, 30), "#5a7d66", "#86a070")
    canvas.ridge(lambda x: 690 + 18 * math.sin(x / 300), "#8fa35c", "#4f6b3f")
    walls = ["#d9a441", "#b9553a", "#3f7f82", "#e7d7b8", "#8c3f36", "#c98b52"]
    roll = dice(21)
    for n in range(7):
        left, foot = 60 + 222 * n, 770 + 34 * (n % 2)
        wide, tall = roll.uniform(150, 186), roll.uniform(130, 170)
        wall = walls[n % len(walls)]
        canvas.box(left, foot - tall, left + wide, foot, wall)
        canvas.box(left + wide * 0.72, foot - tall, left + wide, foot, INK, 0.14)
        canvas.shape(
            [(left - 16, foot - tall), (left + wide / 2, foot - tall - 84), (left + wide + 16, foot - tall)],
            mixed(wall, INK, 0.45),
        )
        canvas.box(left + wide / 2 - 20, foot - 76, left + wide / 2 + 20, foot, mixed(wall, INK, 0.62))
        for side in (0.12, 0.7):
            canvas.box(left + wide * side, foot - 112, left + wide * side + 30, foot - 78, CREAM, 0.9)
    for x in (32, 268, 712, 1150, 1385, 1580):
        tree(canvas, x, 850, 58, "#2f4d3a")
    canvas.ridge(lambda x: 868 + 14 * math.sin(x / 240 + 2), "#3f5c3a", "#2b4330")


def harbour(canvas: Canvas) -> None:
    canvas.sky("#33415f", "#8a6f7e", "#e0a27c", "#f3d3a4", bottom=560)
    canvas.ridge(wave(101, 470, 26), "#6b5e74", "#a98a86")
    canvas.box(0, 545, 1600, 1000, "#3a4a66")
    roll = dice(24)
    for n in range(260):
        y = 550 + 450 * roll.random() ** 1.4
        x, half = roll.uniform(-100, 1700), roll.uniform(30, 150) * (0.3 + (y - 545) / 455)
        canvas.box(x - half, y, x + half, y + 2 + (y - 545) / 90, roll.choice(["#e8b48c", "#22304c", "#61708a"]), 0.3)
        if n % 3 == 0:
            middle = 1180 + roll.uniform(-60, 60)
            canvas.box(middle - half * 0.5, y, middle + half * 0.5, y + 3, "#f8dcae", 0.35)
    canvas.shape([(1080, 560), (1150, 500), (1420, 492), (1600, 520), (1600, 570)], "#2a2f45")
    canvas.shape([(1252, 500), (1264, 250), (1316, 250), (1328, 500)], "#f1e3cb")
    for n in range(3):
        canvas.box(1258 - 1.5 * n, 300 + 70 * n, 1322 + 1.5 * n, 332 + 70 * n, "#a8432f")
    canvas.box(1258, 214, 1322, 250, "#2a2f45")
    canvas.shape([(1250, 214), (1290, 178), (1330, 214)], "#a8432f")
    canvas.glow(1290, 232, 190, "#ffe7ad", 0.85)
    canvas.shape([(1290, 226), (0, 120), (0, 300), (1290, 240)], "#ffe7ad", 0.13)
    for x, y, size in ((300, 760, 1.5), (700, 690, 1.0), (520, 640, 0.7), (1050, 840, 1.8)):
        boat(canvas, x, y, size)


def boat(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.shape(
        [(x - 110 * size, y - 30 * size), (x + 120 * size, y - 36 * size), (x + 84 * size, y), (x - 84 * size, y)],
        "#191f33",
    )
    canvas.box(x - 46 * size, y - 66 * size, x + 18 * size, y - 32 * size, "#ecdcc0")
    canvas.box(x - 34 * size, y - 58 * size, x + 6 * size, y - 44 * size, "#2a3a58")
    canvas.line([(x + 34 * size, y - 34 * size), (x + 34 * size, y - 150 * size)], "#191f33", 5 * size)
    canvas.line([(x + 34 * size, y - 146 * size), (x + 106 * size, y - 38 * size)], "#191f33", 2 * size)
    canvas.shape([(x - 84 * size, y + 4), (x + 84 * size, y + 4), (x + 50 * size, y + 26 * size)], "#141a2c", 0.45)
