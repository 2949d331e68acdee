"""Croissant metadata (format 1.0 of MLCommons): what is in the data files, for machines that look for data sets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from .card import data_file
from .facts import Facts, splits_in
from .rows import CONFIGS, FEATURES, MEANINGS

# The context that the specification prescribes, word for word.
_CONTEXT: Mapping[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
_TYPES = {"string": "sc:Text", "int32": "sc:Integer", "bool": "sc:Boolean"}


def croissant(facts: Facts, checksums: Mapping[str, str]) -> bytes:
    """Return the content of croissant.json.

    Args:
        checksums: SHA-256 of the data files, by their place in the folder.
    """
    pairs = [(config, split) for config in CONFIGS for split in splits_in(facts.counts[config])]
    about: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": facts.schema.id,
        "description": f"{facts.title}: {facts.gold.rows} news articles annotated with entities and commitments.",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "datePublished": facts.day,
        "version": facts.version,
        "inLanguage": facts.languages,
        "creator": [{"@type": "sc:Person", "name": one.name} for one in facts.people.values()],
        "citeAs": f"{facts.title}, version {facts.version}, {facts.day}",
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": data_file(config, split),
                "name": data_file(config, split),
                "contentUrl": data_file(config, split),
                "contentSize": f"{facts.counts[config][split].bytes} B",
                "encodingFormat": "application/jsonlines",
                "sha256": checksums[data_file(config, split)],
            }
            for config, split in pairs
        ],
        "recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": f"{config}-{split}",
                "name": f"{config}-{split}",
                "field": list(_fields(config, split)),
            }
            for config, split in pairs
        ],
    }
    if facts.wanted.licence:
        about["license"] = f"https://spdx.org/licenses/{facts.wanted.licence}"
    return (json.dumps(about, ensure_ascii=False, indent=2) + "\n").encode()


def _fields(config: str, split: str) -> Iterator[dict[str, Any]]:
    """Yield the columns of a file; of those that hold lists of objects, what is in these, but no lists in lists."""
    file = {"@id": data_file(config, split)}
    for name, kind in FEATURES.items():
        number = f"{config}-{split}/{name}"
        made: dict[str, Any] = {"@type": "cr:Field", "@id": number, "name": name, "description": MEANINGS[name]}
        source = {"fileObject": file, "extract": {"column": name}}
        if isinstance(kind, str):
            yield made | {"dataType": _TYPES[kind], "source": source}
            continue
        inner = [
            {
                "@type": "cr:Field",
                "@id": f"{number}/{part}",
                "name": part,
                "dataType": _TYPES[of],
                "source": {**source, "transform": {"jsonPath": part}},
            }
            for part, of in kind.items()
            if isinstance(of, str)
        ]
        yield made | {"repeated": True, "subField": inner}
