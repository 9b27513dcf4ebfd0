"""A small drawing board over Pillow: everything in units of the finished picture, drawn larger and scaled down."""

import math
import random
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import NamedTuple, Self

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

Point = tuple[float, float]


class Colour(NamedTuple):
    """Red, green, blue, 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def of(cls, text: str) -> Self:
        """Read ``#rrggbb``."""
        red, green, blue = ImageColor.getrgb(text)[:3]
        return cls(red, green, blue)


def mixed(first: str, second: str, share: float) -> str:
    """Give the colour that lies ``share`` (0 to 1) of the way from ``first`` to ``second``."""
    pairs = zip(Colour.of(first), Colour.of(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def wave(seed: int, base: float, height: float, roughness: float = 0.5) -> Callable[[float], float]:
    """Give a skyline: a function of x made of a few sines, the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311  (shapes, not secrets)
    parts = [(height * roughness**n, 0.0022 * 1.9**n, dice.uniform(0, 2 * math.pi)) for n in range(6)]
    return lambda x: base + sum(size * math.sin(pitch * x + phase) for size, pitch, phase in parts)


class Canvas:
    """A picture that is being drawn, back to front."""

    def __init__(self, width: int = 1600, height: int = 1000, scale: int = 2) -> None:
        self.width, self.height, self.scale = width, height, scale
        self.image = Image.new("RGB", (width * scale, height * scale))

    def sky(self, *stops: str, bottom: float | None = None) -> None:
        """Fill from the top down to ``bottom`` with an even run through the colours."""
        depth = round((bottom or self.height) * self.scale)
        column = Image.new("RGB", (1, len(stops)))
        column.putdata([Colour.of(stop) for stop in stops])
        self.image.paste(column.resize((1, depth), Image.Resampling.BICUBIC).resize((self.image.width, depth)), (0, 0))

    def shape(self, points: Sequence[Point], colour: str, alpha: float = 1.0) -> None:
        """Fill a polygon."""
        self._fill(colour, alpha, lambda draw: draw.polygon([self._scaled(point) for point in points], fill=255))

    def box(self, left: float, top: float, right: float, bottom: float, colour: str, alpha: float = 1.0) -> None:
        """Fill a rectangle."""
        corners = [self._scaled((left, top)), self._scaled((right, bottom))]
        self._fill(colour, alpha, lambda draw: draw.rectangle(corners, fill=255))

    def oval(self, x: float, y: float, across: float, down: float, colour: str, alpha: float = 1.0) -> None:
        """Fill an ellipse around a centre, given its two radii."""
        corners = [self._scaled((x - across, y - down)), self._scaled((x + across, y + down))]
        self._fill(colour, alpha, lambda draw: draw.ellipse(corners, fill=255))

    def ring(self, x: float, y: float, across: float, down: float, colour: str, width: float, alpha: float) -> None:
        """Draw the outline of an ellipse."""
        corners = [self._scaled((x - across, y - down)), self._scaled((x + across, y + down))]
        pen = max(1, round(width * self.scale))
        self._fill(colour, alpha, lambda draw: draw.ellipse(corners, outline=255, width=pen))

    def line(self, points: Sequence[Point], colour: str, width: float, alpha: float = 1.0) -> None:
        """Draw a line with round joints."""
        pen = max(1, round(width * self.scale))
        run = [self._scaled(point) for point in points]
        self._fill(colour, alpha, lambda draw: draw.line(run, fill=255, width=pen, joint="curve"))

    def ridge(self, skyline: Callable[[float], float], colour: str, foot: str | None = None) -> None:
        """Fill everything under a skyline; with ``foot`` the colour runs out into it, as hills do in mist."""
        mask = Image.new("L", self.image.size)
        run = [(x, skyline(x)) for x in range(-8, self.width + 9, 4)]
        outline = [*run, (self.width + 8, self.height), (-8, self.height)]
        ImageDraw.Draw(mask).polygon([self._scaled(point) for point in outline], fill=255)
        top = max(0, round(min(y for _, y in run) * self.scale))
        fill = Image.new("RGB", self.image.size, colour)
        if foot:
            column = Image.new("RGB", (1, 2))
            column.putdata([Colour.of(colour), Colour.of(foot)])
            depth = self.image.height - top
            fill.paste(column.resize((1, depth), Image.Resampling.BILINEAR).resize((self.image.width, depth)), (0, top))
        self.image.paste(fill, (0, 0), mask)

    def glow(self, x: float, y: float, radius: float, colour: str, alpha: float = 0.6) -> None:
        """Add a soft light around a point."""
        light = ImageChops.invert(Image.radial_gradient("L"))
        # The gradient of Pillow is 0.29 bright at the middle of its edges: stretch it so that it ends in nothing.
        light = light.point([max(0, round((value - 75) / 180 * 255 * alpha)) for value in range(256)])
        side = round(radius * 2 * self.scale)
        corner = (round((x - radius) * self.scale), round((y - radius) * self.scale))
        self.image.paste(Image.new("RGB", (side, side), colour), corner, light.resize((side, side)))

    def mist(self, y: float, depth: float, colour: str, alpha: float = 0.5) -> None:
        """Lay a bank of mist: densest at ``y``, gone ``depth`` above and below."""
        column = Image.new("L", (1, 3))
        column.putdata([0, round(255 * alpha), 0])
        size = (self.image.width, round(2 * depth * self.scale))
        bank = column.resize((1, size[1]), Image.Resampling.BICUBIC).resize(size)
        self.image.paste(Image.new("RGB", size, colour), (0, round((y - depth) * self.scale)), bank)

    def blur(self, radius: float) -> None:
        """Soften what is drawn so far."""
        self.image = self.image.filter(ImageFilter.BoxBlur(radius * self.scale))

    def finished(self, seed: int = 1) -> bytes:
        """Scale down, lay paper grain over it and give a JPEG."""
        picture = self.image.resize((self.width, self.height), Image.Resampling.BOX)
        dice = random.Random(seed)  # noqa: S311
        patch = Image.frombytes("L", (400, 250), bytes(128 + round(dice.gauss(0, 9)) for _ in range(100_000)))
        grain = Image.new("L", picture.size)
        for left in range(0, self.width, 400):
            for top in range(0, self.height, 250):
                grain.paste(patch, (left, top))
        paper = Image.merge("RGB", [grain] * 3)
        out = BytesIO()
        ImageChops.overlay(picture, paper).save(out, "JPEG", quality=86, optimize=True)
        return out.getvalue()

    def _scaled(self, point: Point) -> Point:
        return point[0] * self.scale, point[1] * self.scale

    def _fill(self, colour: str, alpha: float, draw: Callable[[ImageDraw.ImageDraw], None]) -> None:
        mask = Image.new("L", self.image.size)
        draw(ImageDraw.Draw(mask))
        box = mask.getbbox()
        if box is None:
            return
        mask = mask.crop(box)
        if alpha < 1:
            mask = mask.point([round(value * alpha) for value in range(256)])
        self.image.paste(Image.new("RGB", mask.size, colour), box[:2], mask)
