"""Made-up articles for the tagger: organisations that no list knows, after certain words only."""

import hashlib
import random
import re
from uuid import UUID

from peyman.core.model import AnnotatedDocument, AnnotationSet, Document, SetState, Span

# Names that no list knows, made of parts so that held-out articles have new ones.
FIRST, LAST = ["گستران", "سپهرا", "آفرین", "نویدان", "مهستا", "پایدارا"], ["کار", "ساز", "یار", "بان", "گر"]
BEFORE, AFTER = ["مدیران", "بیمه_گران", "کارکنان", "سهامداران"], ["در", "باره", "کالا", "خبر", "داد"]


def article(number: int, *, tagged: bool = True) -> AnnotatedDocument:
    """An article in which made-up names after certain words are organisations, the same names elsewhere nothing."""
    chance = random.Random(number)
    words: list[str] = []
    spans: list[tuple[str, int, int]] = []
    for _ in range(chance.randint(5, 9)):
        name = chance.choice(FIRST) + chance.choice(LAST)
        words.append(chance.choice(BEFORE))
        begin = len(" ".join(words)) + 1
        words.append(name)
        spans.append(("ORG", begin, begin + len(name)))
        words += [*AFTER, "تبریز"]
        begin = len(" ".join(words)) - len("تبریز")
        spans.append(("GPE", begin, begin + len("تبریز")))
        words += [chance.choice(FIRST) + chance.choice(LAST), "ارزان است."]
    text = " ".join(words)
    tokens = tuple(match.span() for match in re.finditer(r"\w+|[^\w\s]", text))
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(UUID(int=number), f"{number}.txt", "", text, digest, "fa", "rtl", tokens)
    records = {
        UUID(int=n): Span(UUID(int=n), "entity", label, start, end, text[start:end])
        for n, (label, start, end) in enumerate(spans if tagged else [])
    }
    state = SetState(UUID(int=number), "finished")
    made = AnnotationSet(UUID(int=number), number, document.id, "سارا", "annotation", state, records)
    return AnnotatedDocument(document, made)


ARTICLES = [article(number) for number in range(40)]
