"""What measuring agreement found: plain frozen data, for a page, a table and JSON alike.

Every figure carries its interval and what it rests on; one that is undefined says why.
"""

from __future__ import annotations

from dataclasses import dataclass

from .comparing import Example
from .measures import Metric, Reason
from .model import State
from .resampling import LEVEL


@dataclass(frozen=True, slots=True)
class Estimate:
    """One figure.

    Attributes:
        low, high: 95 % interval over documents; None for a single document.
        reason: why there is no value; key into `measures.REASONS`.
        observed: of an α, the share of equal pairs of answers, chance left in.
        documents: in which there was something to compare.
        pairs: compared; of sets of two annotators, or, of an α, of two answers.
        excluded: left out: pairs of sets in which neither has any; of an α, answers nobody else gave.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    reason: Reason = ""
    observed: float | None = None
    documents: int = 0
    pairs: int = 0
    excluded: int = 0


@dataclass(frozen=True, slots=True)
class Scores:
    """How well spans of one kind agree: of a layer, a label or a super-type.

    Attributes:
        exact: F1 of same stretch and same label (for a super-type: any label of it).
        relaxed: F1 of overlapping stretches with the same label.
        unlabelled: F1 of overlapping stretches, whatever the labels; only of whole layers.
        overlap: mean Dice of overlapping stretches; only of whole layers.
        unitizing: uα, corrected for chance, overlapping spans of one annotator taken as one; of layers,
            labels and super-types as a whole, not of roles, pairs or groups.
        precision, recall: exact, of an annotator against gold.
        spans: how many there are in the sets compared, once for each comparison.
    """

    name: str
    exact: Estimate
    relaxed: Estimate
    unlabelled: Estimate | None
    overlap: Estimate | None
    unitizing: Estimate | None
    precision: Estimate | None
    recall: Estimate | None
    spans: int


@dataclass(frozen=True, slots=True)
class PairScores:
    """A cell of the matrix of annotators."""

    annotators: tuple[str, str]
    scores: Scores


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often one place was called `label` by one and `other` by the other; "" is nothing marked.

    Between annotators the order of the two means nothing; against gold, `label` is gold's.
    Where both agree, the examples are those with other edges.
    """

    label: str
    other: str
    count: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Shifts:
    """How many tokens the edges of one place lie apart, and how often.

    Between annotators without a sign; against gold, positive is later in the text.
    """

    start: tuple[tuple[int, int], ...]
    end: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class AttributeAgreement:
    """α of an attribute on places that annotators have in common, or of a field of the document.

    Attributes:
        values: how often each was given, where another annotator gave one as well.
        confused: two values that met, and how often; a pair among m annotators counts 1/(m - 1).
    """

    name: str
    metric: Metric
    alpha: Estimate
    values: tuple[tuple[str, int], ...]
    confused: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True)
class LayerAgreement:
    """All of one layer. Roles are compared inside commitments that are one place for both."""

    layer: str
    scores: Scores
    labels: tuple[Scores, ...]
    super_types: tuple[Scores, ...]
    pairs: tuple[PairScores, ...]
    confusions: tuple[Confusion, ...]
    shifts: Shifts
    attributes: tuple[AttributeAgreement, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What a comparison of several sets of each document came to.

    Attributes:
        roles_everywhere: roles of commitments that only one annotator marked counting as missed by the other.
        existence: α of "this sentence holds a commitment", over all sentences.
    """

    documents: int
    pairs: int
    layers: tuple[LayerAgreement, ...]
    roles_everywhere: Scores | None
    existence: Estimate | None
    document_labels: tuple[AttributeAgreement, ...]

    def layer(self, layer_id: str) -> LayerAgreement | None:
        return next((found for found in self.layers if found.layer == layer_id), None)


@dataclass(frozen=True, slots=True)
class GoldFindings:
    """One annotator against gold."""

    annotator: str
    findings: Findings


@dataclass(frozen=True, slots=True)
class GroupFindings:
    """The headline of some of the documents, such as those with and those without suggestions."""

    name: str
    documents: int
    layers: tuple[Scores, ...]
    existence: Estimate | None


@dataclass(frozen=True, slots=True)
class Contributor:
    """One annotator's part: documents compared with others, spans in them, and how many began as suggestions."""

    annotator: str
    documents: int
    spans: int
    suggested: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Sets that do not count because of their state."""

    annotator: str
    state: State
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """All figures of some documents.

    Attributes:
        between: annotators with one another.
        gold: each annotator with gold, by name.
        alone: documents with one countable set only.
    """

    between: Findings
    gold: tuple[GoldFindings, ...]
    groups: tuple[GroupFindings, ...]
    annotators: tuple[Contributor, ...]
    left_out: tuple[LeftOut, ...]
    alone: tuple[str, ...]
    resamples: int
    seed: int
    level: float = LEVEL
