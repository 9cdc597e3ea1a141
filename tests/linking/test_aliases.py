"""The user's own names for things."""

from __future__ import annotations

import pytest

from arcorpus.errors import UsageError
from arcorpus.linking.aliases import UserAliases, known_things, read_aliases, retyped
from arcorpus.linking.linker import link
from arcorpus.types import Article, Document, Mention


def document(*names):
    """A document with these names, (surface, type) each."""
    mentions = tuple(Mention("a", "text", 50 * n, 50 * n + len(s), s, t) for n, (s, t) in enumerate(names))
    return Document(Article("a", "a.txt", 0), mentions=mentions)


def linked(aliases, *names):
    """The entities as name, type, aliases and kinds of evidence."""
    links = link(retyped([document(*names)], aliases), aliases)
    return {(e.name, e.type, tuple(sorted(e.aliases)), frozenset(x.kind for x in e.evidence)) for e in links.entities}


@pytest.fixture
def write(tmp_path):
    """A function that writes a file of aliases and gives its path."""

    def make(content):
        path = tmp_path / "أسماء.tsv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return str(path)

    return make


def test_a_file_is_read(write):
    """Alias, name and type are read; a header, comments, empty lines and a byte order mark are no aliases."""
    aliases = read_aliases(write("\ufeffalias\tname\ttype\n# ours\n\nالشركة الأم\tAlphabet\tORG\r\nألفابت\tAlphabet\n"))
    assert set(aliases.names.values()) == {"Alphabet"}
    assert len(aliases.names) == 3
    assert aliases.types == {"Alphabet": "ORG"}
    name, _, digest = aliases.label.partition("@")
    assert name == "أسماء.tsv"
    assert len(digest) == 64


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("ميتا Meta\n", ("line 1", "no tab", "a tab and the name")),
        ("ميتا\tMeta\nجوجل\t\n", ("line 2", "an empty column")),
        ("ميتا\tMeta\tORG\tx\n", ("line 1", "4 columns")),
        ("ميتا\tMeta\tCOMPANY\n", ("line 1", "COMPANY", "PER, ORG")),
        ("ميتا\tMeta\nميتا\tFacebook\n", ("line 2", "Facebook", "Meta", "keep one")),
        ("ميتا\tMeta\tORG\nMETA\tMeta\tPRODUCT\n", ("line 2", "PRODUCT", "ORG", "keep one")),
        ("", ("no alias", "a tab and the name")),
        ("# nothing\n\n", ("no alias",)),
        ("ميتا\tMeta\nجوجل\tGoogle\n".encode("cp1256"), ("line 1", "not UTF-8", "Windows-1256")),
    ],
)
def test_a_bad_file_is_told(write, content, words):
    """A file that cannot be used is an error with its name, the line, the cause and the cure."""
    path = write(content)
    with pytest.raises(UsageError) as caught:
        read_aliases(path)
    assert str(caught.value).startswith(path)
    for word in words:
        assert word in str(caught.value)


def test_a_missing_file_is_told(tmp_path):
    """A file that is not there, and a folder, are errors with a cure."""
    for path in (tmp_path / "nowhere.tsv", tmp_path):
        with pytest.raises(UsageError, match="name a file"):
            read_aliases(str(path))


def test_the_user_wins_over_types():
    """One thing of the file has one type: the file's, else the most frequent."""
    names = [("ميتا", "PRODUCT"), ("Meta", "ORG"), ("ميتا", "PRODUCT")]
    told = UserAliases({"ميتا": "Meta", "meta": "Meta"}, {"Meta": "ORG"})
    assert linked(told, *names) == {("Meta", "ORG", ("Meta", "ميتا"), frozenset({"user"}))}
    untold = UserAliases({"ميتا": "Meta", "meta": "Meta"})
    assert linked(untold, *names) == {("Meta", "PRODUCT", ("Meta", "ميتا"), frozenset({"user"}))}


def test_the_user_wins_over_the_lexicon():
    """What the lexicon joins the user parts, and the other way round."""
    names = [("جوجل", "ORG"), ("غوغل", "ORG"), ("ميتا", "ORG")]
    aliases = UserAliases({"جوجل": "شركة البحث", "غوغل": "الأخرى", "ميتا": "الأخرى"})
    assert {(name, surfaces) for name, _, surfaces, _ in linked(aliases, *names)} == {
        ("شركة البحث", ("جوجل",)), ("الأخرى", ("غوغل", "ميتا"))}  # fmt: skip


def test_a_canonical_name_that_the_lexicon_knows_brings_its_names():
    """An alias of Google is Google, with all that the lexicon knows of it."""
    aliases = UserAliases({"عملاق البحث": "Google", "google": "Google"})
    [(name, _, surfaces, kinds)] = linked(aliases, ("عملاق البحث", "ORG"), ("غوغل", "ORG"))
    assert (name, surfaces, kinds) == ("Google", ("عملاق البحث", "غوغل"), {"user", "lexicon"})


def test_a_short_form_can_be_the_users():
    """A last name of the file is the file's person, whoever bears it in the article."""
    aliases = UserAliases({"الوردي": "هند الوردي", "هند الوردي": "هند الوردي"})
    found = linked(aliases, ("سامي الوردي", "PER"), ("الوردي", "PER"), ("هند الوردي", "PER"))
    assert {(name, surfaces) for name, _, surfaces, _ in found} == {
        ("سامي الوردي", ("سامي الوردي",)), ("هند الوردي", ("الوردي", "هند الوردي"))}  # fmt: skip


def test_values_keep_their_type():
    """A value whose words are an alias stays a value."""
    value = Mention("a", "text", 0, 4, "2025", "DATE", value="2025")
    [done] = retyped([Document(Article("a", "a.txt", 0), mentions=(value,))], UserAliases({"2025": "Expo"}))
    assert done.mentions == (value,)
    assert retyped([Document(Article("a", "a.txt", 0))], UserAliases({"x": "y"}))[0].mentions is None


def test_places_of_the_alias_lexicon_and_the_gazetteer_are_one():
    """A place that both know has one thing."""
    assert known_things()["امريكا"] == known_things()["الولايات المتحده"]


def test_what_the_lexicon_knows_of_an_alias_goes_with_it():
    """With «ميتا → شركة ميتا» Meta is called so too, and a spelling that the file gives another name is not."""
    names = [("ميتا", "ORG"), ("Meta", "ORG")]
    [(name, _, surfaces, _)] = linked(UserAliases({"ميتا": "شركة ميتا", "شركه ميتا": "شركة ميتا"}), *names)
    assert (name, surfaces) == ("شركة ميتا", ("Meta", "ميتا"))
    assert len(linked(UserAliases({"ميتا": "شركة ميتا", "meta": "ميتا للأبحاث"}), *names)) == 2
