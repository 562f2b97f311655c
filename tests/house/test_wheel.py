"""The wheel: what it holds, that it comes out of the sdist alike, and that it harms and fears no neighbour.

The neighbour is ``intake`` of PyPI, whose name an earlier plan of this project also used for a package: each
broke the other, and nothing said so.
"""

import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from support.environments import Environment, build, fresh_environment
from support.tree import PACKAGES, ROOT, product_files

NEIGHBOUR = "intake>=2,<3"
CATALOG = """
sources:
  scores:
    driver: csv
    args:
      urlpath: scores.csv
"""
OPEN_CATALOG = "import intake; print(*intake.open_catalog('catalog.yml'))"
WHERE = "import importlib, sys; print(importlib.import_module(sys.argv[1]).__file__)"
DECOYS = ("addin", "generator", "intake", "templates", "udfs", "vba", "zpj", "zpj_addin", "zpj_udfs")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module", params=["zpj first", "intake first"])
def neighbours(
    request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> Environment:
    """An environment with the wheel and the neighbour, installed one after the other."""
    environment = fresh_environment(tmp_path_factory.mktemp("environment"))
    both = [f"{wheel}[excel]", NEIGHBOUR]
    for requirement in both if request.param == "zpj first" else reversed(both):
        environment.install(requirement)
    return environment


@pytest.fixture
def folder_of_decoys(tmp_path: Path) -> Path:
    """A folder as somebody may have it beside the forms, with packages of our names and of old ones."""
    for name in DECOYS:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('a decoy was loaded')", "utf-8")
    return tmp_path


def test_the_top_level_names_are_the_four_of_the_project(wheel: Path) -> None:
    names = {name.split("/")[0] for name in ZipFile(wheel).namelist()}
    assert {name for name in names if not name.endswith(".dist-info")} == {
        "zpj",
        "zpj_addin",
        "zpj_generator",
        "zpj_udfs",
    }


def test_the_wheel_holds_what_the_tree_holds_byte_by_byte(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if name.split("/")[0] in PACKAGES}
    tree = {place: (ROOT / path).read_bytes() for path, place in product_files()}
    assert {place for place in held.keys() | tree.keys() if held.get(place) != tree.get(place)} == set()


@pytest.mark.parametrize(
    "place",
    [
        *(f"{package}/py.typed" for package in PACKAGES),
        "zpj/profiles/beijing-2020.toml",
        "zpj/texts/zh/findings.toml",
        "zpj/templates/workbook/styles.toml",
        "zpj/templates/vba/ZpjScore.bas",
        "zpj/templates/forms/sample-filled.toml",
    ],
)
def test_what_is_no_module_travels_along(wheel: Path, place: str) -> None:
    assert place in ZipFile(wheel).namelist()


def test_the_sdist_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(build("sdist", tmp_path)) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = (path for path in tmp_path.iterdir() if path.is_dir())
    again = build("wheel", tmp_path / "again", source)
    assert (again.name, again.read_bytes()) == (wheel.name, wheel.read_bytes())


@pytest.mark.xdist_group("neighbours")
def test_the_whole_round_runs_beside_the_neighbour(neighbours: Environment, tmp_path: Path) -> None:
    neighbours.run("zpj", "demo", "out", folder=tmp_path)
    assert len(list((tmp_path / "out/自评表").glob("*.xlsx"))) == 3


@pytest.mark.xdist_group("neighbours")
def test_the_neighbour_opens_its_catalog(neighbours: Environment, tmp_path: Path) -> None:
    (tmp_path / "catalog.yml").write_text(CATALOG, "utf-8")
    assert neighbours.run("python", "-c", OPEN_CATALOG, folder=tmp_path).split() == ["scores"]


@pytest.mark.xdist_group("neighbours")
def test_the_command_loads_ours_in_a_folder_of_decoys(
    neighbours: Environment, folder_of_decoys: Path
) -> None:
    neighbours.run("zpj", "demo", "out", folder=folder_of_decoys)
    neighbours.run("zpj", "addin", "build", "-o", "zpj.xlam", folder=folder_of_decoys)
