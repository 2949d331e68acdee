"""Names and phrases: the grammar that makes entities of what the word lists find.

A place takes its classifier («استان اردبیل»), an office what it is the office of, one inside the other
(«معاون نخست‌وزیر آذربایجان»), a body its country, a person a family name after a given one. The rules are those
of the guidelines: classifiers from a closed list only, titles and prepositions outside, a long name once.
Persian and Russian share the grammar; the words it turns on are in `resources/gazetteers/cues.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from peyman.core.echoes import FAMILY_ENDING, Found, echoes
from peyman.core.gazetteer import Entry, Lexicon, Words

_SEPARATORS = frozenset("،,-–—/") | {"و", "и"}
_COMMAS = frozenset("،,:(«")
_QUOTES = {"«": "»", '"': '"', "“": "”", "„": "“"}
_CONJUNCTIONS = ("و", "и")
_COUNTRY = "کشور"
_A_COUNTRY = re.compile(r"GPE:[A-Z]{2}$")  # «گمرک عراق» is no facility
_ABROAD = ("در", "в", "во")
_CLASSIFIED = {"province": {"province"}, "city": {"city"}, "republic": {"country", "republic"}}
_JOINT = re.compile(r"مشترک|совместн|межправ")
# Labels of the word lists, by what they are good for.
_CUES = frozenset({"CLASS", "ROLE", "ORGHEAD", "FACHEAD", "ROUTEHEAD", "LOCHEAD", "TITLE"})
_NAMES = frozenset({"FAC", "DOC", "EVENT"})
_HEADS = frozenset({"FACHEAD", "ROUTEHEAD", "LOCHEAD", "DIRECTION"})
_PLACES = frozenset({"GPE", "LOC", "CLASS"})
_BEGINNING = _NAMES | _HEADS | _PLACES | {"PLURAL", "ROLE", "ORG", "ORGHEAD", "EVENTHEAD", "GIVEN", "PER"}
_STOP, _MODIFIER, _GIVEN = frozenset({"STOP"}), frozenset({"MODIFIER"}), frozenset({"GIVEN"})
_SECOND = frozenset({"SECOND"})
_NEVER_OPEN = frozenset({"STOP", "ROLE", "TITLE", "PLURAL", "GIVEN", "PER"})
_NO_FAMILY = frozenset({"GPE", "LOC", "ORG", "ORGHEAD", "ROLE", "TOPIC", "CLASS", "STOP"})
_CYRILLIC = re.compile(r"[а-я]{2,}$")
_PATRONYMIC = re.compile(r"\w+(?:ович|евич|ьич|овна|евна|ична)(?:а|у|ем|е|ы|ой)?$")
_ORDINAL = re.compile(
    r"(?:اول|نخست|(?:یک|دو|سو|چهار|پنج|شش|هفت|هشت|نه|ده|یازده|دوازده|سیزده|چهارده|پانزده|شانزده|هفده|هجده|هیجده|نوزده"
    r"|بیست|سی|سیا|چهل|پنجاه|شصت|هفتاد|هشتاد|نود|صد|\d+)م)ین$|[ivx]{1,6}$"
)
_VERB = re.compile(r"(?:ید|ند|یم)$")
_ADJECTIVE = re.compile(r"[а-я]{2}[сцз]к(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их)$")
_TENS = ("بیست", "سی", "چهل", "پنجاه")
MAX_OPEN = 3  # unknown words between the head of a phrase and the name that ends it
MAX_EVENT = 6
_DEEPEST = 4  # phrases inside one another; real ones have three


class Phrases:
    """Reads one text; `find` gives all names and phrases in it that do not lie in one another."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self._words = words
        self._text = words.text
        self._at: dict[int, dict[str, list[tuple[int, Entry]]]] = {}  # where what begins, by label, longest first
        self._cues: dict[int, set[str]] = {}  # after which word there is a cue, and of which kind
        self._persons: set[int] = set()  # words where a person is expected
        self._begin: set[int] = set()  # words that the lists let a phrase begin with
        self._row_end = -1  # where the last place ended
        self._doubtful: list[Found] = []  # places that count if the same place is certain elsewhere
        self._certain: set[str] = set()
        self._depth = 0  # of phrases inside one another
        # What was read before, by word and depth: else text made of heads alone would be read again and again.
        self._roles: dict[tuple[int, int], Found | None] = {}
        self._bodies: dict[tuple[int, int], Found | None] = {}
        for first, spots in lexicon.find(words).items():
            here = self._at.setdefault(first, {})
            for after, entries in spots:
                for entry in entries:
                    here.setdefault(entry.label, []).append((after, entry))
                    if entry.label in _CUES:
                        self._note_cue(after, entry)
            if not here.keys().isdisjoint(_BEGINNING):
                self._begin.add(first)

    def find(self) -> list[Found]:
        found: list[Found] = []
        at, text = 0, self._text
        odd = {word for word in set(text) if _says_something(word)}
        while at < len(text):
            best = self._best(at) if at in self._begin or at in self._persons or text[at] in odd else []
            if best:
                found.extend(best)
                at = best[-1].after
            else:
                at += 1
        found += self._second_thoughts(found)
        return found + list(echoes(self._words, found, self._may_begin))

    def _may_begin(self, at: int) -> bool:
        """Tell whether a person's name may begin at a word, rather than qualify the word before it."""
        return at == 0 or at in self._words.breaks or at in self._cues or self._boundary(at - 1)

    def _best(self, at: int) -> list[Found]:
        """Return the longest reading of what begins at a word; several for a row of places."""
        here = self._at.get(at, {})
        word = self._text[at]
        readings: list[Found | None] = []
        if "PLURAL" in here and (row := self._row(here["PLURAL"][0][0])):
            return row
        if "ROLE" in here:
            readings.append(self._role(at))
        if "ORG" in here or "ORGHEAD" in here:
            readings.append(self._body(at))
        if not here.keys().isdisjoint(_NAMES):
            readings.append(self._name(at))
        if "EVENTHEAD" in here or _ORDINAL.match(word) or word in _TENS:
            readings.append(self._event(at))
        if not here.keys().isdisjoint(_HEADS):
            readings.append(self._facility(at))
        if not here.keys().isdisjoint(_PLACES):
            readings.append(self._place(at))
        if _ADJECTIVE.search(word):
            readings.append(self._area(at))
        if at in self._persons or "GIVEN" in here or "PER" in here or (len(word) == 1 and word.isalpha()):
            readings.append(self._person(at))
        best = max(filter(None, readings), key=lambda one: one.after, default=None)
        if best is None:
            return []
        self._remember(best)
        return [best]

    def _remember(self, found: Found) -> None:
        """Note what the reading of one phrase tells about what follows."""
        if found.label == "ROLE":
            after = found.after
            self._persons.add(after)
            if after < len(self._text) and self._text[after] in _COMMAS:
                self._persons.add(after + 1)
        for one in found.all():
            if one.label in ("GPE", "LOC"):
                self._row_end = one.after
                self._certain.add(one.canon)

    def _second_thoughts(self, found: list[Found]) -> list[Found]:
        taken = {number for one in found for number in range(one.first, one.after)}
        return [
            one for one in self._doubtful if one.canon in self._certain and not taken & {*range(one.first, one.after)}
        ]

    # --- Looking up ---------------------------------------------------------------------------------------

    def _entries(self, at: int, *labels: str) -> Sequence[tuple[int, Entry]]:
        """Return what begins at a word with one of these labels, longest first."""
        here = self._at.get(at)
        if here is None:
            return ()
        if len(labels) == 1:
            return here.get(labels[0], ())
        return sorted((spot for label in labels for spot in here.get(label, ())), key=lambda spot: -spot[0])

    def _known_as(self, at: int, labels: frozenset[str]) -> bool:
        """Tell whether something with one of these labels begins at a word."""
        here = self._at.get(at)
        return here is not None and not here.keys().isdisjoint(labels)

    def _note_cue(self, after: int, entry: Entry) -> None:
        kind = {"CLASS": entry.id, "TITLE": "person"}.get(entry.label, "place")
        for special in ("media", "local"):
            if special in entry.flags:
                kind = special
        self._cues.setdefault(after, set()).add(kind)
        if entry.label == "TITLE":
            self._persons.add(after)

    def _counts(self, at: int, after: int, entry: Entry, cue: int) -> float:
        """Return how sure a name is where it stands; 0 if it does not count there.

        `cue` is what the phrase around it gives: 0 nothing, 1 a cue, 2 one that names a territory.
        """
        if not entry.mark:
            return 0.9
        kinds = self._cues.get(at, set())
        if entry.label in ("GPE", "LOC", "FAC"):
            cue = max(cue, 2 if "local" in kinds else 1 if kinds - {"media", "person", "country"} else 0)
            if "country" in kinds and entry.flags & {"country", "republic"}:
                cue = 2
        elif (entry.label == "PER" and at in self._persons) or (entry.label == "ORG" and "media" in kinds):
            cue = 2
        if cue >= (2 if entry.mark == "!" else 1):
            return 0.9
        return 0.75 if entry.mark == "?" and entry.label == "GPE" and self._in_row(at, after) else 0

    def _in_row(self, at: int, after: int) -> bool:
        """Tell whether a place stands in a row with one that is sure."""
        if at and self._text[at - 1] in _SEPARATORS and self._row_end == at - 1:
            return True
        if after + 1 < len(self._text) and self._text[after] in _SEPARATORS:
            return not all(entry.mark for _, entry in self._entries(after + 1, "GPE"))
        return False

    def _follows(self, at: int) -> bool:
        """Tell whether a phrase may go on with this word."""
        return at < len(self._text) and at not in self._words.breaks

    def _open(self, at: int) -> bool:
        """Tell whether a word that no list knows may belong to the phrase it stands in."""
        if not self._follows(at) or not self._text[at].isalpha() or len(self._text[at]) < 2:
            return False
        return not self._known_as(at, _NEVER_OPEN)

    def _classifies(self, at: int) -> bool:
        return any("inside" in kind.flags for _, kind in self._entries(at, "CLASS"))

    def _boundary(self, at: int) -> bool:
        """Tell whether a phrase must have ended before this word."""
        return not self._follows(at) or not self._text[at].isalpha() or self._known_as(at, _STOP)

    # --- Places -------------------------------------------------------------------------------------------

    def _place(self, at: int, cue: int = 0) -> Found | None:
        for after, kind in self._entries(at, "CLASS"):
            if "inside" in kind.flags and self._follows(after):
                for end, entry in self._entries(after, "GPE"):
                    if entry.flags & _CLASSIFIED[kind.id]:
                        return Found("GPE", at, end, 0.9, canon=_canon("GPE", entry.id))
        for after, entry in self._entries(at, "GPE", "LOC"):
            score = self._counts(at, after, entry, cue)
            found = Found(entry.label, at, after, score, canon=_canon(entry.label, entry.id))
            if score:
                return found
            if entry.mark == "?" and entry.label == "GPE":
                self._doubtful.append(Found("GPE", at, after, 0.6, canon=found.canon))
        return None

    def _area(self, at: int) -> Found | None:
        """Return a Russian district or region that no list knows: «Габалинский район»."""
        if self._words.capital(at) and self._follows(at + 1):
            for after, _ in self._entries(at + 1, "AREA"):
                return Found("GPE", at, after, 0.75, True)
        return None

    def _row(self, at: int) -> list[Found]:
        """Return the places of a row such as «فارس، مرکزی و قم», from its first word on."""
        row: list[Found] = []
        while self._follows(at) and (one := self._place(at, 2)):
            row.append(one)
            at = one.after
            if at >= len(self._text) or self._text[at] not in _SEPARATORS:
                break
            at += 1
            if self._text[at - 1] in "،," and at < len(self._text) and self._text[at] in _CONJUNCTIONS:
                at += 1
        return row

    def _place_of(self, at: int, cue: int) -> Found | None:
        """Return the place that an office or body belongs to: perhaps «کشور آذربایجان», with «کشور» outside it."""
        if not self._follows(at):
            return None
        one = self._place(at, cue)
        if one is None:
            for after, kind in self._entries(at, "CLASS"):
                if kind.id == "country" and self._follows(after):
                    return self._place(after, cue)
        return one

    # --- Offices ------------------------------------------------------------------------------------------

    def _role(self, at: int) -> Found | None:
        known = (at, self._depth)
        if known not in self._roles:
            readings = (self._role_of(at, after, head) for after, head in self._entries(at, "ROLE"))
            best = max(filter(None, readings), key=lambda one: (one.after, one.score), default=None)
            self._roles[known] = best
        return self._roles[known]

    def _role_of(self, at: int, after: int, head: Entry) -> Found | None:
        while self._follows(after) and self._known_as(after, _MODIFIER):
            after += 1
        topic, middle = self._topic(after) if "topic" in head.flags else ("", after)
        name = f"{head.id}-{topic}" if topic else head.id
        inner = self._holders(middle, head)
        if not inner and "body" in head.flags and not topic:
            return self._loose(at, after, head)
        if inner:
            end = inner[-1].after
            return Found("ROLE", at, end, 0.85, True, _joint_canon("ROLE", name, head, inner), "", inner)
        if (topic and "sole" in head.flags and "plural" not in head.flags) or "alone" in head.flags:
            return Found("ROLE", at, middle, 0.85, True, f"ROLE:{name}" if "alone" in head.flags else "")
        return None

    def _holders(self, at: int, head: Entry) -> tuple[Found, ...]:
        """Return what an office or a body belongs to: another office, a body, a place or a row of them."""
        if not self._follows(at) or self._depth >= _DEEPEST:
            return ()
        self._depth += 1
        held = self._held(at, head)
        self._depth -= 1
        return held

    def _held(self, at: int, head: Entry) -> tuple[Found, ...]:
        cue = 2 if "local" in head.flags else 1
        if "plural" in head.flags and "place" in head.flags:
            row = self._row(at) if cue == 2 else [one for one in self._row(at) if one.score > 0.5]
            if row:
                return tuple(row)
        one = self._role(at) if "role" in head.flags else None
        if one is None and "body" in head.flags:
            one = self._body(at)
        if one is None and "place" in head.flags:
            one = self._place_of(at, cue)
        if one is None:
            return ()
        after = one.after
        if "abroad" in head.flags and self._follows(after + 1) and self._text[after] in _ABROAD:
            seat = self._place(after + 1, 1)
            if seat is not None:
                return (one, seat)
        return (one,)

    def _loose(self, at: int, after: int, head: Entry) -> Found | None:
        """Return an office with unknown words before the body or place it belongs to."""
        for _ in range(MAX_OPEN):
            if not self._open(after):
                return None
            after += 1
            inner = self._holders(after, head)
            if inner:
                return Found("ROLE", at, inner[-1].after, 0.6, True, "", "", inner)
        return None

    def _topic(self, at: int) -> tuple[str, int]:
        """Return the portfolio at a word and the word after it; several joined if they are no ministries' names."""
        if not self._follows(at):
            return "", at
        for after, entry in self._entries(at, "TOPIC"):
            if self._follows(after + 1) and self._text[after] in _CONJUNCTIONS:
                for end, other in self._entries(after + 1, "TOPIC"):
                    if not (entry.flags & other.flags & {"whole"}):
                        return entry.id, end
            return entry.id, after
        return "", at

    # --- Bodies -------------------------------------------------------------------------------------------

    def _body(self, at: int) -> Found | None:
        known = (at, self._depth)
        if known not in self._bodies:
            readings = [one for one in (self._named_body(at), self._headed_body(at)) if one]
            self._bodies[known] = max(readings, key=lambda one: one.after, default=None)
        return self._bodies[known]

    def _named_body(self, at: int) -> Found | None:
        for after, entry in self._entries(at, "ORG"):
            score = self._counts(at, after, entry, 0)
            if not score:
                continue
            sub = next(iter(entry.flags & {"gov", "intl", "company", "association", "media", "other"}), "")
            if entry.flags & {"gov", "association"} and "whole" not in entry.flags:
                place = self._place_of(after, 1)
                if place is not None:
                    return Found("ORG", at, place.after, score, True, "", sub, (place,))
            return Found("ORG", at, after, score, False, _canon("ORG", entry.id), sub)
        return None

    def _headed_body(self, at: int) -> Found | None:
        readings = (self._body_of(at, after, head) for after, head in self._entries(at, "ORGHEAD"))
        return next((one for one in readings if one), None)

    def _body_of(self, at: int, after: int, head: Entry) -> Found | None:
        sub = next(iter(head.flags & {"gov", "association", "media"}), "")
        topic, middle = self._topic(after) if "topic" in head.flags else ("", after)
        name = f"{head.id}-{topic}" if topic else head.id
        apart = bool(topic) or "far" not in head.flags
        inner = self._joined(at, self._holders(middle, head), head) if apart else ()
        if inner:
            canon = _joint_canon("ORG", name, head, inner)
            return Found("ORG", at, inner[-1].after, 0.8, True, canon, sub, inner)
        if topic and "sole" in head.flags:
            return Found("ORG", at, middle, 0.8, True, "", sub)
        known = self._quoted_body(at, after, sub)
        return self._loose_body(at, after, head, sub) if known is None and "open" in head.flags else known

    def _joined(self, at: int, inner: tuple[Found, ...], head: Entry) -> tuple[Found, ...]:
        """Return the places of a joint body, «کمیسیون مشترک ایران و عراق»: all of the row."""
        if len(inner) == 1 and "joint" in head.flags and self._is_joint(at, inner[0].first):
            return tuple(self._row(inner[0].first)) or inner
        return inner

    def _is_joint(self, first: int, after: int) -> bool:
        return any(_JOINT.match(word) for word in self._text[first:after])

    def _quoted_body(self, at: int, after: int, sub: str) -> Found | None:
        """Return a body whose name stands in quotation marks after its head, or a known one."""
        if not self._follows(after):
            return None
        closing = _QUOTES.get(self._text[after], "")
        if closing and closing in self._text[after + 2 : after + 8]:
            end = self._text.index(closing, after + 2) + 1
            return Found("ORG", at, end, 0.8, True, "", sub)
        known = self._named_body(after)
        return Found("ORG", at, known.after, 0.8, True, known.canon, known.sub, known.inner) if known else None

    def _loose_body(self, at: int, after: int, head: Entry, sub: str) -> Found | None:
        """Return a body with unknown words between its head and the place that ends its name."""
        for _ in range(MAX_OPEN):
            topic, end = self._topic(after)
            if not topic and (not self._open(after) or self._classifies(after)):
                return None
            after = end if topic else after + 1
            place = self._place_of(after, 0)
            if place is not None:
                inner = self._joined(at, (place,), head)
                return Found("ORG", at, inner[-1].after, 0.55, True, "", sub, inner)
        return None

    # --- Facilities, routes, borders, events --------------------------------------------------------------

    def _facility(self, at: int) -> Found | None:
        for after, head in self._entries(at, *_HEADS):
            if not self._follows(after):
                continue
            if head.label == "DIRECTION":
                found = self._part(at, after)
                if found is not None:
                    return found
                continue
            if head.label == "FACHEAD":
                place = self._place(after, 1)
                if place is not None and not _A_COUNTRY.match(place.canon):
                    return Found("FAC", at, place.after, 0.65, True, "", "site", (place,))
                continue
            row = self._row(after)
            if head.label == "ROUTEHEAD" and len(row) > 1:
                return Found("FAC", at, row[-1].after, 0.65, True, "", "route", tuple(row))
            if head.label == "LOCHEAD" and row:
                return Found("LOC", at, row[-1].after, 0.55, True, "", "", tuple(row))
        return None

    def _part(self, at: int, after: int) -> Found | None:
        """Return a part of a country or town: «شمال غرب کشور», «юга России»."""
        place = self._place(after, 1)
        if place is not None and place.label == "GPE":
            return Found("LOC", at, place.after, 0.6, True, "", "", (place,))
        if self._text[after] == _COUNTRY:
            return Found("LOC", at, after + 1, 0.55, True)
        return None

    def _event(self, at: int) -> Found | None:
        """Return an event: counted («شانزدهمین نشست …»), or a summit of a body («اجلاس سران اکو»)."""
        start = at
        if self._text[at] in _TENS and self._text[at + 1 : at + 2] == ["و"]:
            start = at + 2
        if start < len(self._text) and _ORDINAL.match(self._text[start]) and self._follows(start + 1):
            for after, head in self._entries(start + 1, "EVENTHEAD"):
                one = self._event_name(at, after)
                return one if one and (one.inner or "owned" not in head.flags) else None
        for after, head in self._entries(at, "EVENTHEAD"):
            body = self._body(after) if "body" in head.flags and self._follows(after) else None
            if body is not None:
                return Found("EVENT", at, body.after, 0.6, True, "", "", (body,))
        return None

    def _event_name(self, at: int, after: int) -> Found | None:
        inner: list[Found] = []
        end = after
        while end - after < MAX_EVENT and self._follows(end):
            one = self._body(end) or self._place(end)
            if one is not None:
                inner.append(one)
                end = one.after
                if not (self._follows(end + 1) and self._text[end] in _CONJUNCTIONS and self._place(end + 1)):
                    break
                end += 1
            elif self._open(end):
                end += 1
            else:
                break
        return Found("EVENT", at, end, 0.5, True, "", "", tuple(inner)) if end > after else None

    def _name(self, at: int) -> Found | None:
        for after, entry in self._entries(at, "FAC", "DOC", "EVENT"):
            score = self._counts(at, after, entry, 0)
            if score:
                sub = next(iter(entry.flags & {"site", "route"}), "")
                return Found(entry.label, at, after, score - 0.05, False, _canon(entry.label, entry.id), sub)
        return None

    # --- People -------------------------------------------------------------------------------------------

    def _person(self, at: int) -> Found | None:
        for after, entry in self._entries(at, "PER"):
            if self._counts(at, after, entry, 0):
                return Found("PER", at, after, 0.9, canon=_canon("PER", entry.id))
        word = self._text[at]
        if _CYRILLIC.match(word) or (len(word) == 1 and word.isalpha()):
            return self._cyrillic_person(at) if self._words.capital(at) else None
        return self._persian_person(at)

    def _persian_person(self, at: int) -> Found | None:
        expected = at in self._persons
        after, given = at, 0
        while given < 3 and (given == 0 or self._follows(after)):
            ends = [end for end, entry in self._entries(after, "GIVEN") if expected or given or not entry.mark]
            if not ends or (given and self._boundary(ends[0]) and not self._boundary(after)):
                break
            after, given = ends[0], given + 1
        if not given and not (expected and "person" in self._cues.get(at, ())):
            return self._apposition(at) if expected else None
        if not self._family(after) or (not given and not self._follows(at)):
            return None
        sure = bool(FAMILY_ENDING.search(self._text[after]))
        end = after + 1
        if not sure and not expected and (_VERB.search(self._text[after]) or not self._boundary(end)):
            return None
        if not given and not sure and not self._boundary(end):
            return None
        second = self._known_as(end, _SECOND) or bool(end < len(self._text) and FAMILY_ENDING.search(self._text[end]))
        if self._family(end) and second and self._boundary(end + 1):
            end += 1
        return Found("PER", at, end, 0.8 if given and (sure or expected) else 0.6, True)

    def _apposition(self, at: int) -> Found | None:
        """Return a name that no list knows, between commas after an office: «وزیر نیرو، پیمانه کوهستانی، …»."""
        end = at
        while end - at < 3 and self._family(end):
            end += 1
        fenced = at > 0 and end < len(self._text) and self._text[at - 1] in "،," and self._text[end] in "،,"
        if end - at > 1 and fenced and FAMILY_ENDING.search(self._text[end - 1]):
            return Found("PER", at, end, 0.65, True)
        return None

    def _family(self, at: int) -> bool:
        """Tell whether a word may be a family name in Persian letters."""
        if not self._open(at) and not self._known_as(at, _GIVEN):
            return False
        return len(self._text[at]) > 2 and not self._known_as(at, _NO_FAMILY)

    def _cyrillic_person(self, at: int) -> Found | None:
        words, text = self._words, self._text
        after = at
        while after - at < 4 and after + 1 < len(text) and len(text[after]) == 1 and text[after + 1] == ".":
            after += 2  # initials
        if after > at:
            return Found("PER", at, after + 1, 0.85, True) if self._named(after) else None
        given = [end for end, entry in self._entries(at, "GIVEN") if at in self._persons or not entry.mark]
        known = bool(given)
        if not known and (at not in self._persons or not self._named(at)):
            return None
        end = given[0] if given else at + 1
        while end < at + 4 and self._named(end):
            end = self._hyphened(end + 1)
            if not _PATRONYMIC.match(text[end - 1]):
                break
        if end == (given[0] if given else at + 1):
            return None
        return Found("PER", at, end, 0.85 if known else 0.65, True) if words.capital(end - 1) else None

    def _named(self, at: int) -> bool:
        """Tell whether a word may be a family name or a patronymic in Cyrillic letters."""
        if not self._follows(at) or not _CYRILLIC.match(self._text[at]) or not self._words.capital(at):
            return False
        return not self._known_as(at, _NO_FAMILY)

    def _hyphened(self, after: int) -> int:
        if after + 1 < len(self._text) and self._text[after] == "-" and self._words.touching(after):
            return after + 2 if self._named(after + 1) else after
        return after


def _says_something(word: str) -> bool:
    """Tell whether a phrase may begin with a word that no list knows."""
    return bool(_ORDINAL.match(word) or _ADJECTIVE.search(word)) or word in _TENS or len(word) == 1


def _canon(label: str, identifier: str) -> str:
    return f"{label}:{identifier}" if identifier else ""


def _joint_canon(label: str, name: str, head: Entry, inner: tuple[Found, ...]) -> str:
    """Return a canonical name such as ROLE:governor@IR-Ardabil, or nothing if what it is of has none."""
    owners = inner if {"plural", "joint"} & head.flags else inner[:1]
    names = [one.canon.partition(":")[2].replace("@", "/") for one in owners]
    return f"{label}:{name}@{'+'.join(names)}" if all(names) else ""
