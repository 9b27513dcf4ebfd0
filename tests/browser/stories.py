"""The two articles of the main job, each written in one language and drafted into the other."""

from dataclasses import dataclass

LISTS = {"en": "/en/news/", "es": "/es/noticias/"}
SOURCES = (
    ("Registry of Sample Courts", "https://registry.example/decisions/41", "Decision 41 of the land chamber"),
    ("Lirio Public Radio", "https://radio.example/land", ""),
)


@dataclass(frozen=True, slots=True)
class Story:
    """What the editor types, and what the reviewer makes of the last paragraph. Invented people, places and events."""

    source: str
    target: str
    index: tuple[str, str]
    """What Wagtail's explorer calls the home page and the index of the source language."""
    headline: str
    standfirst: str
    author: str
    before: str
    bold: str
    after: str
    lead_in: str
    link_text: str
    link: str
    lead_out: str
    last: str
    mended: str
    disclosure: str
    """What the reader of the translation is told."""
    thanks: str
    """What whoever comments on it is told."""
    rare: str
    """A name that both texts carry and no other article: for the search."""

    @property
    def original_index(self) -> str:
        return LISTS[self.source]

    @property
    def draft_index(self) -> str:
        return LISTS[self.target]

    @property
    def paragraphs(self) -> tuple[str, str, str]:
        """The three paragraphs as plain text."""
        first = self.before + self.bold + self.after
        return first, self.lead_in + self.link_text + self.lead_out, self.last


FROM_ENGLISH = Story(
    source="en",
    target="es",
    index=("Home", "News"),
    headline="Court in Tarvelo orders the return of land to river families",
    standfirst="The judges said that the sale of 2014 was not valid.",
    author="Elira Montagudo",
    before="A court in Tarvelo ordered on Tuesday that ",
    bold="120 hectares of land",
    after=" must return to the families who lived beside the river.",
    lead_in="The families published ",
    link_text="the full decision",
    link="https://registry.example/decisions/41?part=2&lang=en#order",
    lead_out=" and thanked the lawyers who worked without pay.",
    last="The company can appeal the decision within thirty days.",
    mended="La empresa tiene treinta días para recurrir la decisión ante el tribunal superior.",
    disclosure="Este texto se tradujo automáticamente del inglés. Nuestra redacción lo leyó y lo aprobó el {date}.",
    thanks="Primero lo lee una persona del equipo de moderación.",
    rare="Tarvelo",
)
FROM_SPANISH = Story(
    source="es",
    target="en",
    index=("Inicio", "Noticias"),
    headline="El tribunal de Quermosa ordena devolver el agua a tres barrios",
    standfirst="Los jueces dijeron que el corte del agua no era legal.",
    author="Bastian Orrell-Quay",
    before="Un tribunal de Quermosa ordenó el martes que ",
    bold="35 pozos de agua",
    after=" vuelvan a las familias que viven en la ladera.",
    lead_in="Las familias publicaron ",
    link_text="la sentencia completa",
    link="https://registry.example/decisions/52?part=1&lang=es#order",
    lead_out=" y dieron las gracias a las abogadas que trabajaron sin cobrar.",
    last="La empresa puede recurrir la sentencia en treinta días.",
    mended="The company has thirty days to appeal against the ruling before the higher court.",
    disclosure="This text was drafted by machine from Spanish. Our newsroom read and approved it on {date}.",
    thanks="A moderator reads it first.",
    rare="Quermosa",
)
