"""What people type, and what they should see first, over the whole starter library."""

import pytest

from roles.publishing.library_files import STARTER_LIBRARY, load_kits, read_library
from roles.search.find import search_library

ROLE = "/roles/{}/"
PAIR = "/compare/{}/{}/"
FAQ = "/roles/{}/faq/{}/"
# A search, and the paths of which one has to come first.
EXPECTED = {
    "pm": [ROLE.format("product-manager")],
    "PM": [ROLE.format("product-manager")],
    "tpm": [ROLE.format("technical-product-manager"), ROLE.format("technical-program-manager")],
    "apm": [ROLE.format("associate-product-manager")],
    "pmm": [ROLE.format("product-marketing-manager")],
    "po": [ROLE.format("product-owner")],
    "cpo": [ROLE.format("chief-product-officer")],
    "gpm": [ROLE.format("group-product-manager")],
    "uxr": [ROLE.format("ux-researcher")],
    "swe": [ROLE.format("software-engineer")],
    "product manager": [ROLE.format("product-manager")],
    "product management": [ROLE.format("product-manager")],
    "technical pm": [ROLE.format("technical-product-manager")],
    "pm for apis": [ROLE.format("api-product-manager")],
    "machine learning pm": [ROLE.format("ai-product-manager")],
    "ai product manager": [ROLE.format("ai-product-manager")],
    "junior product manager": [ROLE.format("associate-product-manager")],
    "lead pm": [ROLE.format("group-product-manager")],
    "head of product": [ROLE.format("vp-product")],
    "vp of product": [ROLE.format("vp-product")],
    "user researcher": [ROLE.format("ux-researcher")],
    "ux designer": [ROLE.format("product-designer")],
    "developer": [ROLE.format("software-engineer")],
    "product ops": [ROLE.format("product-operations-manager")],
    "platform": [ROLE.format("platform-product-manager")],
    "prodct manger": [ROLE.format("product-manager")],
    "prodct manager": [ROLE.format("product-manager")],
    "techincal pm": [ROLE.format("technical-product-manager")],
    "desinger": [ROLE.format("product-designer")],
    "data anaylst": [ROLE.format("data-analyst")],
    "difference between pm and po": [PAIR.format("product-manager", "product-owner")],
    "po vs pm": [PAIR.format("product-manager", "product-owner")],
    "pm or pmm": [PAIR.format("product-manager", "product-marketing-manager")],
    "technical product manager vs technical program manager": [
        PAIR.format("technical-product-manager", "technical-program-manager")
    ],
    "product manager or program manager": [PAIR.format("product-manager", "program-manager")],
    "how to become a product manager": [FAQ.format("product-manager", "way-into-product-management")],
    "how much does a product manager earn": [FAQ.format("product-manager", "product-manager-pay")],
    "staff technical pm pay": [ROLE.format("technical-product-manager") + "salary/"],
    "does a technical pm write code": [FAQ.format("technical-product-manager", "do-technical-pms-code")],
    "tech lead or engineering manager": [ROLE.format("engineering-manager")],
    "when to hire a pmm": [FAQ.format("product-marketing-manager", "when-to-hire-a-pmm")],
    "scrum backlog": [ROLE.format("product-owner")],
    "account executive": [ROLE.format("account-executive")],
    "AE": [ROLE.format("account-executive")],
    "SDR": [ROLE.format("sales-development-representative")],
    "business development representative": [ROLE.format("sales-development-representative")],
    "CSM": [ROLE.format("customer-success-manager")],
    "solutions engineer": [ROLE.format("sales-engineer")],
    "SRE": [ROLE.format("site-reliability-engineer")],
    "devops": [ROLE.format("site-reliability-engineer")],
    "devops engineer": [ROLE.format("site-reliability-engineer")],
    "backend engineer": [ROLE.format("backend-engineer")],
    "back end developer": [ROLE.format("backend-engineer")],
    "front end dev": [ROLE.format("frontend-engineer")],
    "front-end engineer": [ROLE.format("frontend-engineer")],
    "data engineer": [ROLE.format("data-engineer")],
    "data scientist": [ROLE.format("data-scientist")],
    "ml engineer": [ROLE.format("machine-learning-engineer")],
    "qa engineer": [ROLE.format("qa-engineer")],
    "sdet": [ROLE.format("qa-engineer")],
    "cybersecurity engineer": [ROLE.format("security-engineer")],
    "recruiter": [ROLE.format("recruiter")],
    "hrbp": [ROLE.format("hr-business-partner")],
    "FP&A analyst": [ROLE.format("financial-planning-and-analysis-analyst")],
    "EA": [ROLE.format("executive-assistant")],
}


def test_there_are_forty_searches():
    assert len(EXPECTED) >= 40


@pytest.mark.django_db
def test_the_best_result_comes_first():
    load_kits(read_library(STARTER_LIBRARY), note="Starter library")
    first = {asked: next((hit.path for hit in search_library(asked).hits), "nothing") for asked in EXPECTED}
    assert {asked: path for asked, path in first.items() if path not in EXPECTED[asked]} == {}
