"""The wage survey in every form that it is passed on in."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError

from compensation.models.survey import SurveyArea, SurveyFigure, SurveyYear
from compensation.survey import find_survey_pay
from tests.compensation import rows
from tests.compensation.helpers import public_file, run

pytestmark = pytest.mark.django_db
DENVER = {
    **rows.OEWS, "AREA": "19740", "AREA_TITLE": "Denver-Aurora-Centennial, CO", "AREA_TYPE": "4", "PRIM_STATE": "CO",
    "A_PCT75": 171350, "A_PCT90": 209300,
}  # fmt: skip
SERIES = [
    ("01", "27010", ""), ("02", "4.7", ""), ("04", "149400", ""), ("05", "1.5", ""), ("11", "99700", ""),
    ("12", "123640", ""), ("13", "137610", ""), ("14", "-", "5"), ("15", "-", "5"),
]  # fmt: skip


def write_flat_files(folder: Path, *, industry: str = "000000") -> Path:
    """The bureau's flat files of one figure in Denver, with columns padded as it pads them and notes left off."""
    lines = ["series_id                     \tyear\tperiod\t       value\tfootnote_codes"]
    for measure, value, note in SERIES:
        cells = [f"OEUM0019740{industry}151252{measure}     ", "2025", "A01", value.rjust(12), note]
        lines.append("\t".join(cells if note else cells[:-1]))
    (folder / "oe.data.0.Current").write_text("\n".join(lines) + "\n")
    (folder / "oe.area").write_text(
        "state_code\tarea_code\tareatype_code\tarea_name\n08\t0019740\tM\tDenver-Aurora-Centennial, CO\n"
    )
    (folder / "oe.occupation").write_text(
        "occupation_code\toccupation_name\toccupation_description\tdisplay_level\tselectable\tsort_sequence\n"
        "151252\tSoftware Developers\tThey develop.\t3\tT\t1\n"
    )
    return folder


def read_figures() -> list[tuple[Any, ...]]:
    return [*SurveyFigure.objects.order_by("area", "occupation").values_list()]


@pytest.mark.parametrize("name", ["", "oe.data.0.Current"])
def test_it_reads_the_flat_files_by_their_folder_or_their_own_name(tmp_path: Path, name: str) -> None:
    assert "1 added" in run("import_oews", write_flat_files(tmp_path) / name)
    pay = find_survey_pay("15-1252", "0019740")
    assert pay is not None
    assert (pay.year, pay.title, pay.area_name) == (2025, "Software Developers", "Denver-Aurora-Centennial, CO")
    assert (pay.employment, pay.employment_rse, pay.mean, pay.mean_rse) == (27010, 4.7, 149400, 1.5)
    assert (pay.p10, pay.p25, pay.p50, pay.p75, pay.top_coded_from) == (99700, 123640, 137610, None, 75)


def test_flat_files_of_single_industries_alone_take_nothing_and_say_so(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no row was accepted"):
        run("import_oews", write_flat_files(tmp_path, industry="541500"))
    assert not SurveyFigure.objects.exists()


def test_metropolitan_rows_of_a_workbook_are_read(tmp_path: Path) -> None:
    beyond = {**DENVER, "AREA": "800006", "AREA_TITLE": "Northwest Colorado nonmetropolitan area", "AREA_TYPE": "6"}
    state = {**DENVER, "AREA": "8", "AREA_TITLE": "Colorado", "AREA_TYPE": "2"}
    run("import_oews", rows.write_workbook(tmp_path / "all_data_M_2025.xlsx", rows.OEWS, DENVER, beyond, state))
    areas = {area.code: (area.kind, area.slug, area.states) for area in SurveyArea.objects.all()}
    assert areas == {
        "0000000": ("N", "united-states", []),
        "0019740": ("M", "denver-aurora-centennial-co", ["CO"]),
        "0800000": ("S", "colorado", ["CO"]),
        "0800006": ("M", "northwest-colorado-nonmetropolitan-area", ["CO"]),
    }
    assert SurveyFigure.objects.count() == 4


def test_rows_that_end_early_are_padded(tmp_path: Path) -> None:
    path = rows.write_csv(tmp_path / "MSA_M2025_dl.csv", DENVER)
    header, row = path.read_text().splitlines()
    path.write_text(f"{header},ANNUAL,HOURLY\n{row}\n")
    assert "1 added" in run("import_oews", path)


def test_what_is_paid_by_the_hour_has_no_annual_wage(tmp_path: Path) -> None:
    hidden = dict.fromkeys(("A_MEAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"), "*")
    row = {**DENVER, **hidden, "H_MEDIAN": 25.3, "HOURLY": "TRUE"}
    run("import_oews", rows.write_workbook(tmp_path / "MSA_M2025_dl.xlsx", row))
    pay = find_survey_pay("15-1252", "0019740")
    assert pay is not None
    assert (pay.withheld, pay.hourly_p50, pay.is_shown) == (SurveyFigure.Withheld.HOURLY, 25.3, False)


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    path = rows.write_csv(tmp_path / "MSA_M2025_dl.csv", DENVER)
    run("import_oews", path)
    before = read_figures()
    assert "0 added, 0 changed, 1 already there" in run("import_oews", path)
    assert read_figures() == before


def test_a_damaged_second_file_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    good = rows.write_csv(tmp_path / "MSA_M2025_dl.csv", DENVER)
    bad = tmp_path / "nat_M2025_dl.csv"
    bad.write_text("AREA,OCC_CODE\n99,15-1252\n")
    with pytest.raises(CommandError, match="no column TOT_EMP"):
        run("import_oews", good, bad)
    assert not SurveyFigure.objects.exists()
    assert not SurveyArea.objects.exists()


def test_an_area_without_a_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="an area that no file names"):
        run("import_oews", rows.write_csv(tmp_path / "MSA_M2025_dl.csv", {**DENVER, "AREA_TITLE": ""}))


def test_an_imported_year_is_the_sites_own(tmp_path: Path) -> None:
    run("import_oews", rows.write_csv(tmp_path / "MSA_M2025_dl.csv", DENVER))
    assert [(year.year, year.digest) for year in SurveyYear.objects.all()] == [(2025, "")]


@pytest.mark.slow
def test_a_start_leaves_an_imported_year_as_it_is(tmp_path: Path) -> None:
    run("import_oews", rows.write_csv(tmp_path / "MSA_M2025_dl.csv", DENVER))
    imported = [*SurveyFigure.objects.filter(survey=2025).values()]
    run("load_figures")
    assert imported == [*SurveyFigure.objects.filter(survey=2025).values()] != []


@pytest.mark.slow
def test_the_whole_survey_is_taken_with_its_marks() -> None:
    path = public_file("oews2025/wages.csv.gz")
    assert "236,548 rows read: 236,548 added" in run("import_oews", path)
    surgeon = find_survey_pay("29-1242", "2700000")
    assert surgeon is not None
    top = surgeon.find_amount("p90")
    assert top is not None
    assert (top.amount, top.at_least) == (
        809_530,
        True,
    )  # at or above 239,200 by its note, and above its 75th percentile
