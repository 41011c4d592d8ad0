"""Compiling a template: once per content, into programs that render in a fraction of the time."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import unquote

from jinja2 import Template as Program
from jinja2 import meta
from jinja2.exceptions import TemplateError as JinjaError
from lxml import etree

from jdgen.word import blame
from jdgen.word.fallback import patched, why_not_fast
from jdgen.word.opening import open_template
from jdgen.word.package import Package
from jdgen.word.prepare import Prepared, prepare, templated_members
from jdgen.word.sandbox import WordEnvironment
from jdgen.word.tags import (
    TaggedText,
    crowded_tags,
    deleted_tags,
    open_tags,
    rich_tags,
    tagged_texts,
)

NO_SPELLING: Mapping[str, str] = MappingProxyType({})
_CACHE_SIZE = 256
_PARAGRAPH = re.compile(r"<w:p([ >])")
_cache: dict[str, Template] = {}


@dataclass(frozen=True)
class TemplatePart:
    """One part of a template: its program, and what a message about it needs."""

    member: str
    program: Program
    source: str
    texts: list[TaggedText]


@dataclass(frozen=True)
class Template:
    """A template ready to render.

    `needs` are the top-level names it draws on. `slow` says why docxtpl has to render it, "" if the
    fast path does.
    """

    name: str
    key: str
    prepared: Prepared
    parts: tuple[TemplatePart, ...]
    needs: frozenset[str]
    slow: str = ""

    @property
    def package(self) -> Package:
        """The Word file with its fixed choices made and its tags in place."""
        return self.prepared.package

    def check_names(self, known: Collection[str]) -> None:
        """Raises TemplateError for the first top-level name that is not among the known ones."""
        for name in sorted(self.needs - set(known)):
            for part in self.parts:
                if re.search(rf"\b{re.escape(name)}\b", part.source):
                    raise blame.unknown_name(self.name, part.texts, name, name, known)


@functools.cache
def environment() -> WordEnvironment:
    """The one environment of the process."""
    return WordEnvironment()


def compile_template(
    data: bytes,
    *,
    name: str,
    paper: str = "letter",
    spelling: Mapping[str, str] = NO_SPELLING,
    house_style: tuple[bytes, bytes] | None = None,
) -> Template:
    """The template in `data`, ready to render on letter or A4 paper.

    `name` is its file name, for messages. `spelling` maps words in lower case to those that its
    own text is to use. `house_style` is a pair of a theme and a styles part to put in. The result
    is kept by content and choices. Raises TemplateError, which names the template, the place and
    the words near it.
    """
    key = _key(data, name, paper, spelling, house_style)
    if key not in _cache:
        if len(_cache) >= _CACHE_SIZE:
            _cache.pop(next(iter(_cache)))
        package = open_template(data, name)
        _refuse_tags_in_links(name, package)
        prepared = prepare(package, paper=paper, spelling=spelling, house_style=house_style)
        _cache[key] = _compiled(name, key, prepared)
    return _cache[key]


def _key(
    data: bytes,
    name: str,
    paper: str,
    spelling: Mapping[str, str],
    house_style: tuple[bytes, bytes] | None,
) -> str:
    digest = hashlib.sha256(repr((name, paper, sorted(spelling.items()))).encode())
    for part in (data, *(house_style or ())):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def _refuse_tags_in_links(name: str, package: Package) -> None:
    """A link's address is kept apart from the text, where no tag is looked for."""
    for member in templated_members(package):
        for address in package.addresses(member).values():
            if "{{" in unquote(address) or "{%" in unquote(address):
                raise blame.problem(
                    name,
                    "link",
                    "the address of a link holds a tag, which stays as it is",
                    blame.Where(near=unquote(address)),
                    'insert it as a field instead: HYPERLINK "{{ contact.web }}"',
                )


def _compiled(name: str, key: str, prepared: Prepared) -> Template:
    parts: list[TemplatePart] = []
    needs: set[str] = set()
    for member in prepared.parts:
        root = prepared.package.root(member)
        texts = tagged_texts(root, member)
        for tag in open_tags(texts):
            raise blame.open_tag(name, tag)
        for tag in deleted_tags(root, member):
            raise blame.deleted_tag(name, tag)
        for tag in rich_tags(texts):
            raise blame.rich_tag(name, tag)
        for tag in crowded_tags(root, member):
            raise blame.crowded_tag(name, tag)
        program, source, names = _program(name, root, texts)
        parts.append(TemplatePart(member, program, source, texts))
        needs |= names
    slow = why_not_fast(prepared)
    return Template(name, key, prepared, tuple(parts), frozenset(needs), slow)


def _program(
    name: str, root: etree._Element, texts: list[TaggedText]
) -> tuple[Program, str, set[str]]:
    """The part's tags as a program; each paragraph of the source stands on its own line."""
    env = environment()
    source = _PARAGRAPH.sub(r"\n<w:p\1", patched(etree.tostring(root, encoding="unicode")))
    try:
        tree = env.parse(source)
        names = {n for n in meta.find_undeclared_variables(tree) if not n.startswith("_")}
        program = Program.from_code(env, env.compile(tree), env.make_globals(None))
    except JinjaError as error:
        raise blame.syntax(name, texts, source, error, env.filters) from error
    except (RecursionError, SyntaxError) as error:
        raise blame.too_deep(name, texts) from error
    return program, source, names - {"range"}
