"""The employment projections, from a CSV file or from the Bureau's workbook."""

import openpyxl
import pytest

from occupations.imports.files import ReleaseError
from occupations.imports.projections import read_projections
from tests.occupations.samples import an_outlook

HEADER = (
    "soc,title,employment_2024_thousands,employment_2034_thousands,change_percent,annual_openings_thousands,"
    "typical_education,work_experience,typical_training"
)
BAKERS = "51-3011,Bakers,240.5,252.0,4.8,36.4,No formal educational credential,None,Long-term on-the-job training"
WORKBOOK = [
    ["Table 1.2 Occupational projections, 2024–34, and worker characteristics, 2024"],
    [
        "2024 National Employment Matrix title",
        "2024 National Employment Matrix code",
        "Occupation type",
        "Employment, 2024",
        "Employment, 2034",
        "Employment distribution, percent, 2024",
        "Employment change, numeric, 2024–34",
        "Employment change, percent, 2024–34",
        "Occupational openings, 2024–34 annual average",
        "Typical education needed for entry",
        "Work experience in a related occupation",
        "Typical on-the-job training needed to attain competency in the occupation",
    ],
    ["Total, all occupations", "00-0000", "Summary", 170000, 175000, 100, 5000, 3.1, 19000, "—", "—", "—"],
    [
        "Bakers [1]",
        "51-3011",
        "Line item",
        240.5,
        252,
        0.1,
        11.5,
        4.8,
        36.4,
        "No formal educational credential",
        "None",
        "Long-term on-the-job training",
    ],
    ["Source: Employment Projections program"],
]


@pytest.fixture
def write_csv(tmp_path):
    def write(*lines):
        path = tmp_path / "projections.csv"
        path.write_text("\n".join(lines))
        return path

    return write


def test_a_row_of_the_csv_file_becomes_an_outlook(write_csv):
    assert read_projections(write_csv(HEADER, BAKERS)) == [an_outlook()]


def test_the_workbook_gives_the_same_without_its_sums_and_notes(tmp_path):
    book = openpyxl.Workbook()
    book.create_sheet("Table 1.2")
    for row in WORKBOOK:
        book.worksheets[1].append(row)
    book.save(tmp_path / "occupation.xlsx")
    assert read_projections(tmp_path / "occupation.xlsx") == [an_outlook()]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([HEADER.replace("change_percent", "change"), BAKERS], "no table has the columns"),
        ([HEADER], "no detailed occupation"),
        ([HEADER, BAKERS, BAKERS], "line 3: 51-3011 appears twice"),
        ([HEADER, BAKERS.replace("51-3011", "Nov-21")], "line 2: expected a code such as 11-1011, got 'Nov-21'"),
        ([HEADER, BAKERS.replace("240.5", "many")], "line 2: expected a number"),
        ([HEADER, BAKERS.replace("Bakers", "B" * 201)], "line 2: expected a title, and texts of at most 200"),
        ([HEADER, BAKERS + ",more"], "line 2: expected 9 values, got 10"),
    ],
)
def test_it_refuses_what_is_no_table_of_projections(lines, message, write_csv):
    with pytest.raises(ReleaseError, match=message.replace("(", r"\(")):
        read_projections(write_csv(*lines))


def test_it_refuses_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ReleaseError, match="no such file"):
        read_projections(tmp_path / "nothing.csv")


def test_it_refuses_text_in_another_encoding(tmp_path):
    path = tmp_path / "projections.csv"
    path.write_bytes(f"{HEADER}\n{BAKERS}".replace("Bakers", "Bäckers").encode("latin-1"))
    with pytest.raises(ReleaseError, match="UTF-8"):
        read_projections(path)
