"""Which article goes into which split: train, validation, test.

Articles that belong together (near duplicates, or of one event) are never parted, so that nothing that is tested has
been seen in training. What an earlier release placed stays where it is for ever; new articles join those they belong
to. The others are placed so that languages and labels are spread as wanted, as far as that allows.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import SPLIT_KEY

Pair: TypeAlias = tuple[str, str]

SPLITS = ("train", "validation", "test")

MESSAGES |= {
    "release_shares": QT_TRANSLATE_NOOP(
        "errors", "“{given}” is no way to split. Give one to three numbers, as in 80/10/10 (train, validation, test)."
    ),
    "release_split_value": QT_TRANSLATE_NOOP(
        "errors",
        "“{document}” is said to be in the split “{found}”, which there is not. Correct “{key}” in its details: "
        "train, validation or test.",
    ),
    "release_torn": QT_TRANSLATE_NOOP(
        "errors",
        "“{one}” and “{other}” belong together ({group}), but earlier releases put them into {first} and {second}. "
        "Correct their metadata, or leave out --group-by.",
    ),
    "release_torn_near": QT_TRANSLATE_NOOP(
        "errors",
        "“{one}” and “{other}” say nearly the same, but earlier releases put them into {first} and {second}. Correct "
        "“{key}” in the details of one of them.",
    ),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """An article as far as splitting goes.

    Attributes:
        key: its text's SHA-256.
        group: what it has in common with others that it must not be parted from; empty: nothing.
        split: where an earlier release put it; empty: nowhere yet.
        features: what is to be spread, such as its language and labels, and how much of each it has.
    """

    key: str
    name: str
    group: str = ""
    split: str = ""
    features: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Placement:
    """Where articles go, by key.

    Attributes:
        splits: of all that were placed, those of earlier releases too.
        fresh: the keys that were placed now.
        left_out: the keys of new articles that belong to articles of several splits: anywhere they would be a leak.
        groups: the smallest key of those each article belongs with, itself included.
    """

    splits: Mapping[str, str]
    fresh: frozenset[str]
    left_out: frozenset[str]
    groups: Mapping[str, str]


def read_shares(given: str) -> dict[str, float]:
    """Return how much of the articles each split is to get, of 1; raises `release_shares`.

    One number is train alone, two are train and test.
    """
    parts = given.split("/")
    names = {1: SPLITS[:1], 2: (SPLITS[0], SPLITS[2]), 3: SPLITS}.get(len(parts), ())
    if not names or not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
        raise PeymanError("release_shares", given=given)
    numbers = [int(part) for part in parts]
    if not sum(numbers):
        raise PeymanError("release_shares", given=given)
    return {name: number / sum(numbers) for name, number in zip(names, numbers, strict=True)}


def place(pieces: Iterable[Piece], pairs: Iterable[Pair], shares: Mapping[str, float], seed: int) -> Placement:
    """Place articles. The order in which they and the pairs come changes nothing.

    Args:
        pairs: keys of near duplicates.

    Raises:
        PeymanError: `release_torn…`, `release_split_value`.
    """
    known = {piece.key: piece for piece in sorted(pieces, key=lambda piece: piece.key)}
    for piece in known.values():
        if piece.split not in ("", *SPLITS):
            raise PeymanError("release_split_value", document=piece.name, found=piece.split, key=SPLIT_KEY)
    links = _links(known, pairs)
    _check_old(known, links)
    splits = {key: piece.split for key, piece in known.items() if piece.split}
    left_out: set[str] = set()
    free: list[list[Piece]] = []
    for members in _components([key for key, piece in known.items() if not piece.split], links):
        wanted = {known[other].split for key in members for other in links[key]} - {""}
        if len(wanted) > 1:
            left_out |= set(members)
        elif wanted:
            splits |= dict.fromkeys(members, wanted.pop())
        else:
            free.append([known[key] for key in members])
    splits |= _Spread(shares, seed, known.values(), splits, free).place()
    fresh = frozenset(key for key in splits if not known[key].split)
    groups = {key: members[0] for members in _components(list(known), links) for key in members}
    return Placement(dict(sorted(splits.items())), fresh, frozenset(left_out), groups)


def _links(known: Mapping[str, Piece], pairs: Iterable[Pair]) -> Mapping[str, set[str]]:
    """Return what each article must not be parted from; of a group, each with the next and with all old ones."""
    links: defaultdict[str, set[str]] = defaultdict(set)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        if one in known and other in known:
            links[one].add(other)
            links[other].add(one)
    for piece in known.values():
        if piece.group:
            members[piece.group].append(piece.key)
    for keys in members.values():
        for one, other in pairwise(keys):
            links[one].add(other)
            links[other].add(one)
        old = {known[key].split: key for key in keys if known[key].split}
        for key in keys:  # however many: no new one is linked to the old ones through others alone
            for other in old.values():
                if key != other:
                    links[key].add(other)
                    links[other].add(key)
    return links


def _check_old(known: Mapping[str, Piece], links: Mapping[str, set[str]]) -> None:
    for key in known:
        for other in sorted(links.get(key, ())):
            first, second = known[key], known[other]
            if first.split and second.split and first.split != second.split:
                same = first.group and first.group == second.group
                raise PeymanError(
                    "release_torn" if same else "release_torn_near", one=first.name, other=second.name,
                    first=first.split, second=second.split, group=first.group, key=SPLIT_KEY,
                )  # fmt: skip


def _components(keys: Sequence[str], links: Mapping[str, set[str]]) -> list[list[str]]:
    """Return what hangs together among these keys alone: each sorted, and all by their first."""
    left = set(keys)
    found: list[list[str]] = []
    for key in sorted(keys):
        if key not in left:
            continue
        left.remove(key)
        members, reach = [key], [key]
        while reach:
            near = links.get(reach.pop(), set()) & left
            left -= near
            members += near
            reach += near
        found.append(sorted(members))
    return found


class _Spread:
    """Places groups one by one, the largest first, each where it brings the splits nearest to what is wanted.

    How far they are from it is χ²: of each feature, and of the articles themselves, the squared difference from the
    wanted amount over that amount. As the sum of the articles counts once for each of their features, splits keep
    their size even where labels are rare.
    """

    def __init__(
        self,
        shares: Mapping[str, float],
        seed: int,
        pieces: Iterable[Piece],
        placed: Mapping[str, str],
        groups: Sequence[Sequence[Piece]],
    ) -> None:
        self.shares = {name: share for name, share in shares.items() if share > 0}
        self.seed = seed
        self.groups = groups
        self.totals: Counter[str] = Counter()
        self.held: dict[str, Counter[str]] = {name: Counter() for name in SPLITS}
        self.sizes: Counter[str] = Counter()
        waiting = {piece.key for group in groups for piece in group}
        for piece in pieces:
            if piece.key in placed or piece.key in waiting:
                self.totals.update(piece.features)
                self.sizes["all"] += 1
            if piece.key in placed:
                self.held[placed[piece.key]].update(piece.features)
                self.sizes[placed[piece.key]] += 1

    def place(self) -> dict[str, str]:
        """Return the split of each article of the groups; no wanted split stays empty if there are enough groups."""
        found: dict[str, str] = {}
        ordered = sorted(self.groups, key=lambda group: (-len(group), self._drawn(group[0].key)))
        for number, group in enumerate(ordered):
            features: Counter[str] = Counter()
            for piece in group:
                features.update(piece.features)
            empty = [name for name in self.shares if not self.sizes[name]]
            choice = empty if empty and len(ordered) - number <= len(empty) else list(self.shares)
            split = min(choice, key=lambda name: (self._cost(name, features, len(group)), SPLITS.index(name)))
            found |= {piece.key: split for piece in group}
            self.held[split].update(features)
            self.sizes[split] += len(group)
        return found

    def _drawn(self, key: str) -> bytes:
        return hashlib.sha256(f"{self.seed}/{key}".encode()).digest()

    def _cost(self, split: str, features: Mapping[str, int], size: int) -> float:
        """Return how much further from what is wanted the splits would be with a group put into this one."""
        share = self.shares[split]

        def more(added: int, held: int, total: int) -> float:
            wanted = share * total
            return added * (added + 2 * (held - wanted)) / wanted / total

        cost = sum(more(count, self.held[split][name], self.totals[name]) for name, count in features.items() if count)
        return cost + max(len(features), 1) * more(size, self.sizes[split], self.sizes["all"])
