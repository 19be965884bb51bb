"""Schemas: the named parts of the description, each once (*Bausteine*)."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from pydantic import TypeAdapter

Json: TypeAlias = dict[str, Any]
Mode: TypeAlias = Literal["validation", "serialization"]

REF: Final = "#/components/schemas/{model}"


class Schemas:
    """Collects the models that are named, each under one name."""

    def __init__(self) -> None:
        self._known: dict[str, Json] = {}

    def add(self, kind: Any, mode: Mode) -> Json:  # noqa: ANN401  (an annotation)
        """Return the schema of ``kind``, whose parts are kept."""
        schema = schema_of(kind, mode)
        for name, part in schema.pop("$defs", {}).items():
            self.keep(name, part)
        if "title" in schema and schema.get("type") == "object":
            name = str(schema["title"])
            self.keep(name, schema)
            return {"$ref": REF.format(model=name)}
        return schema

    def all(self) -> Json:
        """Return all of them, by name."""
        return dict(sorted(self._known.items()))

    def keep(self, name: str, schema: Json) -> None:
        """Keep a part; what is called the same must be the same."""
        known = self._known.setdefault(name, schema)
        if known != schema:
            raise ValueError(name)


def schema_of(kind: Any, mode: Mode = "validation") -> Json:  # noqa: ANN401  (an annotation)
    """Return the schema of ``kind``, without titles that only repeat a field's name."""
    schema: Json = TypeAdapter(kind).json_schema(mode=mode, ref_template=REF)
    for part in (schema, *schema.get("$defs", {}).values()):
        for one in part.get("properties", {}).values():
            one.pop("title", None)
    return schema
