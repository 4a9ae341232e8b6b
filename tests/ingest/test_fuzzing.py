"""However a file is damaged, a reading keeps its promises. `make fuzz` does the same for as long as one likes."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest.fuzzing import Changes, damaged, edits, examine, names, seeds


def test_sound_files_give_documents() -> None:
    for name, data in seeds().items():
        count = examine(name, data)
        assert count >= 1 or name == "b.bin", name


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(names, edits, st.booleans())
def test_damaged_files_keep_every_promise(name: str, changes: Changes, proven: bool) -> None:
    examine(name, damaged(seeds()[name], changes), as_evidence=proven)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(names, st.binary(max_size=300))
def test_any_bytes_under_any_name_keep_every_promise(name: str, data: bytes) -> None:
    examine(name, data)
