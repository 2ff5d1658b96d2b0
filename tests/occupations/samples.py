"""Small occupations, and releases of O*NET in the layouts of its editions, written by hand."""

import gzip
import zipfile
from pathlib import Path

import openpyxl

from occupations.facts import (
    CategoryShare,
    ElementRating,
    JobZone,
    OccupationFacts,
    OccupationRecord,
    OnetRelease,
    OnetTask,
    OnetText,
    Outlook,
    TechnologyUse,
    TitleRecord,
)
from occupations.models import Occupation
from occupations.storing import store_release

type Tables = dict[str, list[list[str]]]

CODE = "O*NET-SOC Code"
RATED = [CODE, "Element ID", "Element Name", "Scale ID", "Data Value"]
BAKERS, NURSES = "51-3011.00", "29-1141.00"
READ_ME = "O*NET 29.0 Database\nAugust 2024 Release\n"


def a_release(*records: OccupationRecord, name: str = "29.0") -> OnetRelease:
    return OnetRelease(name, "August 2024", records or (a_record(),))


def a_record(code: str = BAKERS, title: str = "Bakers", text: OnetText | None = None) -> OccupationRecord:
    facts = OccupationFacts(
        skills=(ElementRating("2.A.1.b", "Active Listening", 3.12, 2.75),),
        technology=(TechnologyUse("Microsoft Excel", "Spreadsheet software", is_hot=True),),
        zone=JobZone(2, "Some Preparation Needed"),
        education=(CategoryShare(2, 61.5), CategoryShare(6, 4.25)),
        reported_titles=("Pastry Chef",),
    )
    titles = (TitleRecord("Pastry Chef", is_reported=True), TitleRecord("Certified Master Baker", "CMB"))
    return OccupationRecord(code, title, facts, titles, text)


def some_text() -> OnetText:
    return OnetText("They bake.", (OnetTask("Bake bread.", "Core"),))


def an_outlook(soc: str = "51-3011", **changed: object) -> Outlook:
    values = {
        "soc": soc,
        "title": "Bakers",
        "base_year": 2024,
        "target_year": 2034,
        "employment": 240.5,
        "projected": 252.0,
        "change": 4.8,
        "openings": 36.4,
        "education": "No formal educational credential",
        "experience": "None",
        "training": "Long-term on-the-job training",
    }
    return Outlook(**{**values, **changed})  # type: ignore[arg-type] # a test's own values


def an_occupation() -> Occupation:
    """A stored occupation."""
    store_release(a_release(), "a digest", is_shipped=True)
    return Occupation.objects.get()


def tables() -> Tables:
    """A release of 29.0 in the text edition: a header and rows for each table."""
    return {
        "Occupation Data": [
            [CODE, "Title", "Description"],
            [BAKERS, "Bakers", "They bake."],
            [NURSES, "Registered Nurses", "They nurse."],
        ],
        "Skills": [
            [*RATED, "Recommend Suppress", "Not Relevant", "Date"],
            [BAKERS, "2.A.1.a", "Reading Comprehension", "IM", "2.88", "N", "n/a", "08/2023"],
            [BAKERS, "2.A.1.a", "Reading Comprehension", "LV", "2.5", "N", "N", "08/2023"],
            [BAKERS, "2.B.3.e", "Programming", "IM", "1", "N", "n/a", "08/2024"],
            [BAKERS, "2.B.3.e", "Programming", "LV", "0", "Y", "Y", "08/2024"],
        ],
        "Knowledge": [RATED, [BAKERS, "2.C.2.b", "Food Production", "IM", "4.01"]],
        "Work Styles": [RATED, [NURSES, "1.C.3.b", "Concern for Others", "IM", "4.85"]],
        "Education, Training, and Experience": [
            [CODE, "Element ID", "Element Name", "Scale ID", "Category", "Data Value"],
            [NURSES, "2.D.1", "Required Level of Education", "RL", "6", "60.5"],
            [NURSES, "2.D.1", "Required Level of Education", "RL", "5", "39.5"],
            [NURSES, "2.D.1", "Required Level of Education", "RL", "1", "0"],
            [NURSES, "2.D.4.a", "Job-Related Professional Certification", "IM", "n/a", "4.5"],
        ],
        "Technology Skills": [
            [CODE, "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand"],
            [NURSES, "Epic Systems", "43231513", "Medical software", "Y", "Y"],
            [NURSES, "Microsoft Word", "43231513", "Word processing software", "Y", "N"],
        ],
        "Job Zones": [[CODE, "Job Zone", "Date"], [BAKERS, "2", "08/2023"], [NURSES, "3", "08/2023"]],
        "Job Zone Reference": [
            ["Job Zone", "Name"],
            ["2", "Job Zone Two: Some Preparation Needed"],
            ["3", "Job Zone Three: Medium Preparation Needed"],
        ],
        "Related Occupations": [
            [CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index"],
            [BAKERS, NURSES, "Supplemental", "1"],
        ],
        "Alternate Titles": [
            [CODE, "Alternate Title", "Short Title", "Source(s)"],
            [NURSES, "Registered Nurse", "RN", "08"],
            [NURSES, "Staff Nurse", "n/a", "08"],
        ],
        "Sample of Reported Titles": [
            [CODE, "Reported Job Title", "Shown in My Next Move"],
            [NURSES, "Staff Nurse", "Y"],
        ],
        "Task Statements": [[CODE, "Task ID", "Task", "Task Type"], [BAKERS, "1", "Bake bread.", "Core"]],
    }


def newer_tables() -> Tables:
    """The same as release 31 has it: other tables and columns, four job zones, an impact of work styles."""
    new = tables()
    skills = new.pop("Skills")
    new["Essential Skills"], new["Transferable Skills"] = skills[:3], [skills[0], *skills[3:]]
    way_in = new.pop("Education, Training, and Experience")
    new["Education"] = way_in
    new["Training and Experience"] = [
        way_in[0],
        [NURSES, "3.A.1", "Related Work Experience", "RW", "7", "100"],
    ]
    new["Work Styles"] = [
        RATED,
        [NURSES, "1.D.2.a", "Empathy", "WI", "2.75"],
        [NURSES, "1.D.2.a", "Empathy", "DR", "1"],
    ]
    new["Software Skills"] = [
        [CODE, "Workplace Example", "Element ID", "Element Name", "Hot Technology", "In Demand"],
        *new.pop("Technology Skills")[1:],
    ]
    titles = new.pop("Alternate Titles")
    new["Job Titles"] = [[CODE, "Job Title", "Short Title", "Source(s)"], *titles[1:]]
    new["Job Zone Reference"][1] = ["2", "Job Zone 1-2: Very Little to Some Preparation Needed"]
    return new


def write_text(folder: Path, content: Tables, read_me: str = READ_ME) -> Path:
    """The text edition as a folder."""
    folder.mkdir(exist_ok=True)
    (folder / "Read Me.txt").write_text(read_me)
    for name, rows in content.items():
        (folder / f"{name}.txt").write_text("".join("\t".join(row) + "\r\n" for row in rows), newline="")
    return folder


def write_excel(folder: Path, content: Tables) -> Path:
    """The Excel edition as a folder, with numbers as numbers and the Title column that it has beside a code."""
    folder.mkdir(exist_ok=True)
    (folder / "Read Me.txt").write_text(READ_ME)
    for name, rows in content.items():
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in rows:
            titled = [row[0], "Title" if row is rows[0] else "Its title", *row[1:]] if "Title" not in rows[0] else row
            sheet.append([_to_number(cell) for cell in titled])
        book.save(folder / f"{name}.xlsx")
    return folder


def write_zip(path: Path, folder: Path) -> Path:
    """A folder as the official zip file has it: within a folder of its own."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"db_29_0_text/{file.name}")
    return path


def pack_tables(folder: Path) -> Path:
    """The tables of a folder, each compressed."""
    for path in folder.glob("*.txt"):
        if path.stem != "Read Me":
            (folder / f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))
            path.unlink()
    return folder


def _to_number(cell: str) -> str | float | None:
    try:
        return float(cell)
    except ValueError:
        return cell or None
