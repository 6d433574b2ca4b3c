"""Made-up articles: what stands in them is of nobody."""

from tuiapp.draft.known import Known
from tuiapp.draft.passages import Passage, Reading
from tuiapp.model import Model

RUSSIAN = """Лифты для Самары

17 ноября 2025, 10:30

Могилевлифтмаш поставит в Самарскую область около 300 лифтов до конца 2026 года. Об этом сообщила газета.

«Мы уже выпускаем кабины вместе с ООО «Подъём», а двигатели закупаем в Минске, — сказал директор завода Иван Петров. \
— Планируем открыть сборку в Самаре».

По словам министра промышленности Анны Ивановой, прорабатывается вопрос локализации лебёдок. Также она отметила, что \
регион заинтересован в белорусских троллейбусах.

Директор поблагодарил гостей за тёплый приём и поздравил их с праздником.
"""
ENGLISH = """Hoists for the south

1 October 2025

Hoist Works JSC and the Port Machine Plant signed a contract for forty hoists. The plant will deliver them by \
December 2026.

“We produce ten hoists a month,” says Anna Smith, an engineer of Hoist Works. “The docks are interested in more.”
"""


def read(text: str, model: Model | None = None) -> Reading:
    """What the rules find in `text`."""
    return Reading(text, Known(model), [])


def only(text: str, model: Model | None = None) -> Passage:
    """The one passage of a text of one sentence."""
    (passage,) = read(text, model).passages
    return passage
