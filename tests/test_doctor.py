"""What doctor finds."""

from __future__ import annotations

from arcorpus import doctor, resources
from arcorpus.errors import ResourceError


def test_everything_is_whole_here():
    """In a whole installation nothing is broken, and every data file and the program itself are listed."""
    findings = doctor.examine()
    assert not [f for f in findings if f.state == "broken"]
    names = {f.name for f in findings}
    assert set(resources.manifest()) | {"arcorpus", "click", "camel-tools"} <= names


def test_damaged_data_is_broken(monkeypatch):
    """A data file that differs from the manifest is reported as broken, and the others are still looked at."""
    real = resources.read

    def read(name):
        if name == "generated/cues.tsv":
            raise ResourceError("differs", path=name)
        return real(name)

    monkeypatch.setattr(resources, "read", read)
    states = {f.name: f.state for f in doctor.examine()}
    assert states["generated/cues.tsv"] == "broken"
    assert states["lexicons/date_words.tsv"] == "ok"


def test_missing_optional_parts_say_how_to_get_them(monkeypatch, tmp_path):
    """Without CAMeL Tools, or without its data, doctor says the command that brings it; nothing is broken by it."""
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    (found,) = [f for f in doctor.examine() if f.name == "CAMeL data"]
    assert "--ner camel" in found.detail
    assert "--morphology camel" in found.detail
    assert (found.state, "camel_data -i ner-arabert" in found.detail) == ("missing", True)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "morphology_db").mkdir()
    assert [f.state for f in doctor.examine() if f.name == "CAMeL data"] == ["ok"]
    monkeypatch.setattr(doctor, "find_spec", lambda _: None)
    (found,) = [f for f in doctor.examine() if f.name == "CAMeL Tools"]
    assert "pip install camel-tools" in found.detail
