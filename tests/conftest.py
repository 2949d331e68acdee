"""What all tests share: how Hypothesis works here, the default schema, the sample's articles, and running commands."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from commands import Run, runner
from peyman import paths
from peyman.core.schema import Schema, parse_schema
from peyman.exchange import make_sample

# No deadline: a busy machine is no failure. `--hypothesis-profile=long` searches twenty times as far.
settings.register_profile("peyman", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("peyman"), max_examples=2000)
settings.load_profile("peyman")


@pytest.fixture(scope="session")
def schema() -> Schema:
    """The schema that ships."""
    path = paths.resource("schemas", "commitnews.toml")
    return parse_schema(path.read_text(encoding="utf-8"), path.name)


@pytest.fixture(scope="session")
def seeds() -> Mapping[str, str]:
    """The text of each article of the sample project, by file name."""
    return {path.name: path.read_bytes().decode() for path in sorted(paths.seeds().glob("*.txt"))}


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, made once, as hazm takes five seconds to start: copy it, and leave it as it is."""
    path = tmp_path_factory.mktemp("sample") / "sample.peyman"
    make_sample(path)
    path.chmod(0o400)
    return path


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command: exit code, standard output, standard error."""
    return runner(capsysbinary)
