"""Numbers in words, and the words that multiply them, for the languages that are known here."""

import re

_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"\b(?=[IVXLC])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})\b")
_ROMAN_VALUES = {"C": 100, "XC": 90, "L": 50, "XL": 40, "X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1}
_ROMAN_SIGN = re.compile("XC|XL|IX|IV|[CLXVI]")

_UNITS = {
    "en": (
        "zero|one a an once first|two both pair couple twice second half|three third thrice|four fourth quarter"
        "|five fifth|six sixth|seven seventh|eight eighth|nine ninth|ten tenth|eleven eleventh"
        "|twelve twelfth dozen dozens|thirteen|fourteen|fifteen fortnight|sixteen|seventeen|eighteen|nineteen"
    ),
    "es": (
        "cero|un uno una primer primero primera|dos ambos ambas par segundo segunda mitad doble medio media"
        "|tres tercer tercero tercera triple|cuatro cuarto cuarta|cinco quinto quinta|seis sexto sexta"
        "|siete séptimo séptima|ocho octavo octava|nueve noveno novena|diez décimo décima|once|doce docena docenas"
        "|trece|catorce|quince quincena|dieciséis|diecisiete|dieciocho|diecinueve|veinte|veintiuno veintiún veintiuna"
        "|veintidós|veintitrés|veinticuatro|veinticinco|veintiséis|veintisiete|veintiocho|veintinueve"
    ),
}
_TENS = {
    "en": ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
    "es": ["veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"],
}
_MULTIPLIERS = {
    "en": {"hundred": 100, "hundreds": 100, "thousand": 1000, "thousands": 1000, "million": 10**6, "billion": 10**9},
    "es": {"cien": 100, "ciento": 100, "mil": 1000, "miles": 1000, "millón": 10**6, "millones": 10**6},
}
_HUNDREDS = {
    "es": ["doscient", "trescient", "cuatrocient", "quinient", "seiscient", "setecient", "ochocient", "novecient"]
}
_SCALES = {
    "en": [("thousand", 10**3), ("million", 10**6), ("billion", 10**9), ("bn", 10**9), ("trillion", 10**12)],
    "es": [
        ("mil millones", 10**9),
        ("mil", 10**3),
        ("millones", 10**6),
        ("millón", 10**6),
        ("billones", 10**12),
        ("billón", 10**12),
    ],
}


def knows(language: str) -> bool:
    """Whether numbers in words are known for a base language."""
    return language in _UNITS


def scale_of(following: str, language: str) -> int:
    """The factor that the words right after a number stand for; 1 if none."""
    words = " ".join(_WORD.findall(following)[:2]).casefold() + " "
    return next((factor for word, factor in _SCALES.get(language, ()) if words.startswith(f"{word} ")), 1)


def word_values(text: str, language: str) -> set[int]:
    """Every number that the number words of ``text`` may be a part of the spelling of, in a known language."""
    words = set(_WORD.findall(text.casefold()))
    units = {value for value, names in enumerate(_UNITS[language].split("|")) if words & set(names.split())}
    tens = {10 * position for position, name in enumerate(_TENS[language], 2) if name in words}
    values = units | tens | {ten + unit for ten in tens for unit in units if 0 < unit < 10}
    values |= {
        100 * position
        for position, stem in enumerate(_HUNDREDS.get(language, ()), 2)
        if words & {f"{stem}os", f"{stem}as"}
    }
    for name, factor in _MULTIPLIERS[language].items():
        if name in words:
            values |= {factor, *(factor * value for value in values if value < factor)}
    return values


def roman_values(text: str) -> set[int]:
    """The values of Roman numerals, as centuries, kings and chapters have them."""
    return {
        sum(_ROMAN_VALUES[sign] for sign in _ROMAN_SIGN.findall(match.group()))
        for match in _ROMAN.finditer(text)
        if match.group()
    }
