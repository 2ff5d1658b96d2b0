"""The Technical Product Manager kit says what its source says, completely and in order."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from roles.kit.choices import Demand, Importance, PayKind, Section
from roles.kit.figures import KitPay, fill_pay_tags
from roles.kit.files import read_kit, write_kit
from roles.kit.value import Kit

KIT_FILE = Path(__file__).parents[3] / "roles/library/technical-product-manager.yaml"
AREA = "United States"
PAGE = "https://bestpmjobs.com/resources/technical-product-manager-job-description"
BLANK = re.compile(r"\[[^\]]+\]")


@pytest.fixture(scope="module")
def kit() -> Kit:
    return read_kit(KIT_FILE)


def blanks(*texts: str) -> set[str]:
    return {blank for text in texts for blank in BLANK.findall(text)}


def words(markdown: str) -> int:
    return len(re.findall(r"\w[\w'&/+%,.-]*", markdown))


def test_the_file_is_in_canonical_form(kit: Kit) -> None:
    assert KIT_FILE.read_text() == write_kit(kit)


def test_it_is_named_and_filed(kit: Kit) -> None:
    assert (kit.slug, kit.title, kit.short_title) == (
        "technical-product-manager",
        "Technical Product Manager",
        "Technical PM",
    )
    assert kit.family == "Product management"
    assert {"Technical PM", "TPM", "Tech PM"} <= set(kit.aliases)
    assert len(kit.summary) < 160


def test_the_headline_figures_are_the_source_s(kit: Kit) -> None:
    assert (kit.base_low, kit.base_high) == (150_000, 240_000)
    assert (kit.total_low, kit.total_high) == (160_000, 280_000)
    assert (kit.experience_min, kit.experience_max) == (4, 7)
    assert (kit.currency, kit.demand, kit.figures_year) == ("USD", Demand.HIGH, 2026)
    assert (kit.figures_area, kit.figures_source) == (AREA, "best-pm-jobs-2026")


def test_the_overview_has_three_paragraphs(kit: Kit) -> None:
    assert len(kit.overview.split("\n\n")) == 3
    for topic in ("APIs", "platforms", "infrastructure", "developer tools", "architecture", "trade-offs", "high"):
        assert topic in kit.overview


def test_the_job_description_has_every_line_in_reading_order(kit: Kit) -> None:
    assert Counter(line.section for line in kit.job_description) == {
        Section.ABOUT: 2,
        Section.RESPONSIBILITIES: 8,
        Section.REQUIRED: 7,
        Section.NICE_TO_HAVE: 6,
        Section.COMPENSATION: 1,
    }
    assert [line.section for line in kit.job_description] == sorted(
        (line.section for line in kit.job_description), key=list(Section).index
    )


@pytest.mark.parametrize(
    ("section", "topics"),
    [
        (
            Section.RESPONSIBILITIES,
            [
                "roadmap",
                "architecture",
                "API contracts",
                "reliability, performance, adoption",
                "technical debt",
                "migrations",
                "developer experience",
                "technical strategy",
            ],
        ),
        (
            Section.REQUIRED,
            [
                "4-7 years of product management, with 2+ years",
                "software, system design and architecture, from working closely with engineering teams",
                "SQL",
                "API documentation",
                "Agile",
                "communication",
                "outcomes",
            ],
        ),
        (
            Section.NICE_TO_HAVE,
            [
                "computer science degree",
                "1+ years of software engineering",
                "technologies",
                "SDKs",
                "infrastructure, cloud or platform",
                "DevOps, CI/CD",
            ],
        ),
    ],
)
def test_each_line_keeps_its_topic(kit: Kit, section: Section, topics: list[str]) -> None:
    for line, topic in zip(kit.list_lines(section), topics, strict=True):
        assert topic in line.text


def test_the_job_description_keeps_its_blanks(kit: Kit) -> None:
    by_section = {section: blanks(*(line.text for line in kit.list_lines(section))) for section in Section}
    assert by_section == {
        Section.ABOUT: {"[company name]", "[technical product area]", "[team]"},
        Section.RESPONSIBILITIES: {"[technical product area]"},
        Section.REQUIRED: set(),
        Section.NICE_TO_HAVE: {"[your stack]"},
        Section.COMPENSATION: set(),
    }


def test_the_compensation_line_gives_total_compensation_and_its_parts(kit: Kit) -> None:
    (line,) = fill_pay_tags(kit, KitPay()).list_lines(Section.COMPENSATION)
    for part in ("$160,000–$280,000", "base", "equity", "bonus"):
        assert part in line.text


def test_every_requirement_names_a_skill(kit: Kit) -> None:
    requirements = [*kit.list_lines(Section.REQUIRED), *kit.list_lines(Section.NICE_TO_HAVE)]
    assert [line.text for line in requirements if not line.skills] == []
    assert {skill for line in requirements for skill in line.skills} == {skill.name for skill in kit.skills}


def test_only_a_nice_to_have_line_asks_for_production_coding(kit: Kit) -> None:
    (line,) = [line for line in kit.job_description if "Production Coding" in line.skills]
    assert line.section == Section.NICE_TO_HAVE
    assert "1+ years of software engineering" in line.text


def test_the_job_description_is_readable_and_neutral(kit: Kit) -> None:
    text = " ".join(line.text for line in kit.job_description)
    assert 300 <= words(text) <= 700
    assert len(re.findall(r"\byour?\b", text, re.IGNORECASE)) > len(re.findall(r"\b(we|us|our)\b", text, re.IGNORECASE))
    assert "leverag" not in text.lower()


def test_the_eight_responsibilities_stand_in_order(kit: Kit) -> None:
    assert [part.name for part in kit.responsibilities] == [
        "Own technical product strategy",
        "Bridge product and engineering",
        "Drive technical architecture decisions",
        "Define technical requirements",
        "Manage technical debt and quality",
        "Developer experience",
        "Cross-platform coordination",
        "Data-driven iteration",
    ]
    assert kit.responsibilities_intro


def test_the_skills_carry_their_importance(kit: Kit) -> None:
    assert [(skill.name, skill.importance) for skill in kit.skills] == [
        ("System Design", Importance.HIGH),
        ("SQL & Data Analysis", Importance.HIGH),
        ("APIs & Integrations", Importance.HIGH),
        ("Code Reading", Importance.MEDIUM),
        ("Tech Stack Knowledge", Importance.MEDIUM),
        ("Security Basics", Importance.MEDIUM),
        ("Production Coding", Importance.OPTIONAL),
    ]
    assert "production coding" in (kit.skills_note or "")


def test_each_level_says_what_you_can_do(kit: Kit) -> None:
    assert [(level.name, level.experience_min, level.experience_max) for level in kit.levels] == [
        ("Mid", 3, 5),
        ("Senior", 5, 8),
        ("Staff", 7, 10),
    ]
    assert all(3 <= len(level.you_can) <= 5 for level in kit.levels)


def test_the_six_benchmarks_are_the_source_s(kit: Kit) -> None:
    assert [(b.name, b.level, b.experience_min, b.experience_max, b.low, b.high) for b in kit.benchmarks] == [
        ("Technical PM (Mid)", "Mid", 3, 5, 160_000, 220_000),
        ("Senior Technical PM", "Senior", 5, 8, 200_000, 280_000),
        ("Staff Technical PM", "Staff", 7, 10, 250_000, 350_000),
        ("Platform PM (FAANG)", None, 5, None, 280_000, 400_000),
        ("Infrastructure PM", None, 5, None, 220_000, 320_000),
        ("API/Developer Platform PM", None, 5, None, 200_000, 300_000),
    ]
    note = kit.benchmarks_note or ""
    assert "ue to specialized skills" in note
    assert "10-15% more than general PMs" in note


def test_only_the_answer_on_pay_names_the_tech_hubs(kit: Kit) -> None:
    assert [faq.slug for faq in kit.faqs if "tech hubs" in faq.answer] == ["technical-pm-salary"]
    assert "hubs" not in f"{kit.benchmarks_note} {kit.figures_area} {[one.area for one in kit.benchmarks]}"


def test_every_benchmark_says_what_it_counts_where_when_and_who_says_so(kit: Kit) -> None:
    provenance = {(b.kind, b.currency, b.area, b.year, b.source) for b in kit.benchmarks}
    assert provenance == {(PayKind.TOTAL, "USD", AREA, 2026, "best-pm-jobs-2026")}


def test_no_pay_figure_stands_in_the_text_without_a_source(kit: Kit) -> None:
    figures = set(re.findall(r"\$[\d,]+\d|\b\d+K\b", KIT_FILE.read_text()))
    assert figures == {"$300,000"}


def test_no_experience_figure_stands_in_the_text_without_a_source(kit: Kit) -> None:
    figures = set(re.findall(r"[\d+-]*\d\+? years?\b", KIT_FILE.read_text()))
    assert figures == {"4-7 years", "2+ years", "1+ years"}


def test_the_three_given_questions_of_each_competency_come_first(kit: Kit) -> None:
    given = {c.slug: [q.slug for q in c.questions if not q.alternate] for c in kit.competencies}
    assert given == {
        "technical-case-study": ["design-an-api", "scope-a-data-pipeline", "raise-uptime"],
        "technical-judgment": ["technical-trade-off", "debt-or-features", "push-back-on-engineering"],
        "cross-functional-collaboration": [
            "design-with-engineering-leads",
            "project-across-teams",
            "explain-constraints",
        ],
        "technical-communication": ["write-a-technical-spec", "keep-documentation-current", "explain-a-concept"],
    }
    assert all([q.alternate for q in c.questions] == [False] * 3 + [True] * 3 for c in kit.competencies)


@pytest.mark.parametrize(
    ("slug", "parts"),
    [
        ("design-an-api", ["[relevant use case]", "endpoints", "authentication", "versioning"]),
        ("scope-a-data-pipeline", ["[number] events per second", "pipeline", "scope"]),
        ("raise-uptime", ["99.5%", "99.9%", "uptime"]),
        ("technical-trade-off", ["trade-off", "options"]),
        ("debt-or-features", ["technical debt", "ship"]),
        ("push-back-on-engineering", ["pushed back", "engineering approach"]),
        ("design-with-engineering-leads", ["engineering leads", "system design"]),
        ("project-across-teams", ["complex technical project", "across teams"]),
        ("explain-constraints", ["technical constraint", "aren't technical"]),
        ("write-a-technical-spec", ["technical spec", "[relevant feature]"]),
        ("keep-documentation-current", ["technical documentation", "up to date"]),
        ("explain-a-concept", ["[relevant technical concept]", "isn't an engineer"]),
    ],
)
def test_each_given_question_keeps_its_topic_and_blanks(kit: Kit, slug: str, parts: list[str]) -> None:
    (text,) = [question.text for _, question in kit.list_questions() if question.slug == slug]
    for part in parts:
        assert part in text
    assert blanks(text) == blanks(*parts)


def test_every_question_is_complete(kit: Kit) -> None:
    questions = [question for _, question in kit.list_questions()]
    assert len(questions) == 24
    for question in questions:
        assert 5 <= question.minutes <= 12, question.slug
        assert 2 <= len(question.probes) <= 4, question.slug
        for lines in (question.anchor_1, question.anchor_3, question.anchor_5, question.red_flags):
            assert 2 <= len(lines) <= 3, question.slug


def test_no_two_questions_share_a_line(kit: Kit) -> None:
    lines = [
        line
        for _, question in kit.list_questions()
        for line in (*question.probes, *question.anchor_1, *question.anchor_3, *question.anchor_5, *question.red_flags)
    ]
    assert [line for line, times in Counter(lines).items() if times > 1] == []


def test_every_skill_but_production_coding_is_tested(kit: Kit) -> None:
    tested = {skill for competency in kit.competencies for skill in competency.skills}
    assert {skill.name for skill in kit.skills} - tested == {"Production Coding"}


def test_the_eight_faqs_stand_in_order(kit: Kit) -> None:
    assert [(faq.slug, faq.topic) for faq in kit.faqs] == [
        ("technical-pm-vs-product-manager", "The role"),
        ("do-technical-pms-code", "Skills"),
        ("technical-skills", "Skills"),
        ("technical-pm-salary", "Pay"),
        ("engineering-background", "Career"),
        ("typical-products", "The role"),
        ("evaluate-technical-skill", "Hiring"),
        ("technical-pm-vs-technical-program-manager", "The role"),
    ]
    assert all(60 <= words(faq.answer) <= 140 for faq in kit.faqs)


def test_the_pay_answer_carries_its_figures_and_their_provenance(kit: Kit) -> None:
    (answer,) = [faq.answer for faq in kit.faqs if faq.topic == "Pay"]
    for part in (
        "10-15%",
        "{{ pay }}",
        "$300,000",
        "Best PM Jobs",
        "editorial estimate",
        "sample size",
    ):
        assert part in answer


def test_a_day_and_the_first_ninety_days_are_told(kit: Kit) -> None:
    assert 6 <= len(kit.day) <= 8
    assert Counter(outcome.day for outcome in kit.outcomes) == {30: 3, 60: 3, 90: 3}
    assert 5 <= len(kit.how_to_become) <= 7
    assert kit.career_path


def test_it_is_compared_with_the_roles_people_confuse_it_with(kit: Kit) -> None:
    assert [comparison.other for comparison in kit.comparisons] == ["technical-program-manager", "product-manager"]
    assert {comparison.other for comparison in kit.comparisons} <= set(kit.related)


def test_the_source_is_recorded_as_an_editorial_estimate_without_a_sample(kit: Kit) -> None:
    (source,) = kit.sources
    assert (source.slug, source.publisher, source.period) == ("best-pm-jobs-2026", "Best PM Jobs", "2026")
    assert (source.sample_size, source.url, source.retrieved_on) == (None, PAGE, date(2026, 11, 1))
    assert "ditorial estimate by the publisher" in source.method
    assert "no sample size" in (source.caveat or "")


def test_the_author_is_credited_with_the_facts_and_not_the_sentences(kit: Kit) -> None:
    assert (kit.author.slug, kit.author.name) == ("aditi-chaturvedi", "Aditi Chaturvedi")
    assert (kit.author.headline, kit.author.url) == ("Founder of Best PM Jobs", None)
    assert "She didn't write the sentences" in kit.credit
    assert "Rolebook's own editorial work" in kit.credit
