"""Small files in the layouts of the public sources, written by hand."""

import csv
import gzip
import io
from pathlib import Path
from typing import Any

import openpyxl

LCA_2014 = {
    "LCA_CASE_NUMBER": "I-200-14001-000001", "STATUS": "CERTIFIED", "DECISION_DATE": "2014-03-04",
    "LCA_CASE_EMPLOYER_NAME": "ACME, INC.", "LCA_CASE_JOB_TITLE": "Product Manager", "LCA_CASE_SOC_CODE": "11-2021",
    "LCA_CASE_SOC_NAME": "Marketing Managers", "LCA_CASE_WAGE_RATE_FROM": "90000",
    "LCA_CASE_WAGE_RATE_UNIT": "Year", "FULL_TIME_POS": "Y", "LCA_CASE_WORKLOC1_STATE": "CA",
}  # fmt: skip
LCA_2015 = {
    "CASE_NUMBER": "I-200-15001-000001", "CASE_STATUS": "CERTIFIED", "CASE_SUBMITTED": "2/5/15",
    "DECISION_DATE": "2/11/15", "EMPLOYER_NAME": "ACME, INC.", "EMPLOYER_PHONE": "5550100",
    "AGENT_ATTORNEY_NAME": "DOE, JANE", "JOB_TITLE": "PRODUCT  MANAGER", "SOC_CODE": "11-2021",
    "SOC_NAME": "MARKETING MANAGERS", "FULL_TIME_POSITION": "Y", "WAGE_RATE_OF_PAY": "66000 - 70000",
    "WAGE_UNIT_OF_PAY": "Year", "WORKSITE_STATE": "CA",
}  # fmt: skip
LCA_2016 = {
    "CASE_NUMBER": "I-200-16001-000001", "CASE_STATUS": "CERTIFIED", "CASE_SUBMITTED": "10/1/15",
    "DECISION_DATE": "10/8/15", "EMPLOYER_NAME": "ACME, INC.", "JOB_TITLE": "PRODUCT MANAGER", "SOC_CODE": "11-2021",
    "SOC_NAME": "MARKETING MANAGERS", "FULL_TIME_POSITION": "", "WAGE_RATE_OF_PAY_FROM": "66,000.00",
    "WAGE_RATE_OF_PAY_TO": "70,000.00", "WAGE_UNIT_OF_PAY": "Year", "WORKSITE_STATE": "CA",
}  # fmt: skip
LCA_2019 = {
    "CASE_NUMBER": "I-200-19001-000001", "CASE_STATUS": "CERTIFIED", "DECISION_DATE": "01/04/2019",
    "EMPLOYER_NAME": "ACME, INC.", "JOB_TITLE": "PRODUCT MANAGER", "SOC_CODE": "11-2021",
    "SOC_TITLE": "MARKETING MANAGERS", "FULL_TIME_POSITION": "Y", "WORKSITE_STATE_1": "CA", "WORKSITE_STATE_2": "NY",
    "WAGE_RATE_OF_PAY_FROM_1": "$66,000.00", "WAGE_UNIT_OF_PAY_1": "Year", "WAGE_RATE_OF_PAY_FROM_2": "71000",
}  # fmt: skip
LCA_2020 = {
    "CASE_NUMBER": "I-200-19268-393467", "CASE_STATUS": "Certified", "RECEIVED_DATE": "9/25/2019",
    "DECISION_DATE": "10/1/2019", "JOB_TITLE": "Product Manager", "SOC_CODE": "11-2021",
    "SOC_TITLE": "MARKETING MANAGERS", "FULL_TIME_POSITION": "Y", "EMPLOYER_NAME": "ACME, INC.",
    "EMPLOYER_POC_LAST_NAME": "Poc-Surname", "EMPLOYER_POC_EMAIL": "poc@example.com",
    "AGENT_ATTORNEY_LAST_NAME": "Attorney-Surname", "WORKSITE_CITY": "Oakland", "WORKSITE_STATE": "CA",
    "WAGE_RATE_OF_PAY_FROM": "100000", "WAGE_RATE_OF_PAY_TO": "", "WAGE_UNIT_OF_PAY": "Year",
    "PREPARER_LAST_NAME": "Preparer-Surname", "PREPARER_EMAIL": "preparer@example.com",
}  # fmt: skip
LCA_EXTRACT = {
    "EMPLOYER_NAME": "Acme, Inc.", "JOB_TITLE": "Product Manager", "SOC_CODE": "11-2021",
    "SOC_TITLE": "Marketing Managers", "WAGE_RATE_OF_PAY_FROM": "5355.0", "PREVAILING_WAGE": "5000",
    "WAGE_UNIT_OF_PAY": "Bi-Weekly", "PW_UNIT_OF_PAY": "Bi-Weekly", "ANNUAL_WAGE": "278460.0", "WORKSITE_STATE": "CA",
}  # fmt: skip
GENERIC = {
    "record_id": "A-1", "title": "Product Manager", "employer": "Acme", "area": "DE", "pay": "90,000.00",
    "unit": "Year", "currency": "EUR", "date": "2026-03-31",
}  # fmt: skip
OEWS = {
    "AREA": "99", "AREA_TITLE": "U.S.", "AREA_TYPE": "1", "PRIM_STATE": "US", "NAICS": "000000",
    "OCC_CODE": "15-1252", "OCC_TITLE": "Software Developers", "O_GROUP": "detailed", "TOT_EMP": 1654440.0,
    "H_MEAN": 69.5, "A_MEAN": 144570.0, "A_PCT10": 79850.0, "A_PCT25": 103050.0, "A_MEDIAN": 133080.0,
    "A_PCT75": "#", "A_PCT90": "#",
}  # fmt: skip
WAGE_LEVEL = {
    "area_code": "41860", "area_name": "San Francisco-Oakland-Fremont, CA", "states": "CA", "soc_code": "15-1252",
    "soc_title": "Software Developers", "level1_annual": "90000", "level2_annual": "120000",
    "level3_annual": "150000", "level4_annual": "180000",
}  # fmt: skip


def lca(number: int, **changes: str) -> dict[str, str]:
    """A row of the 2020 layout with a case number of its own."""
    return {**LCA_2020, "CASE_NUMBER": f"I-200-19268-{number:06}", **changes}


def write_csv(path: Path, *rows: dict[str, Any], encoding: str = "utf-8") -> Path:
    """Write rows as CSV, compressed where the name ends in .gz."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    content = text.getvalue().encode(encoding)
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def write_workbook(path: Path, *rows: dict[str, Any]) -> Path:
    """Write rows as the second sheet of a workbook, behind a sheet of notes."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Notes"])
    sheet = book.create_sheet("Data")
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    book.save(path)
    return path
