"""The working copy: what editors change. Field and relation names are those of the Kit (roles/publishing/rows.py)."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse

from occupations.codes import SOC_PATTERN as SOC
from roles.fields import LineField, LinesField, MoneyField, YearField, YearsField, currency_code, once_per, runs_upwards
from roles.kit.choices import AuthorKind, Demand, HeadlineKind, Importance, Language, Proficiency, Section


class Author(models.Model):
    """A person or team credited with kits. Several roles may share one."""

    slug = models.SlugField(primary_key=True, max_length=80)
    name = LineField()
    kind = models.CharField(max_length=20, choices=AuthorKind.list_choices(), default=AuthorKind.PERSON.value)
    headline = LineField(null=True, blank=True, help_text="For example: Founder of Best PM Jobs.")
    bio = models.TextField(help_text="What readers should know about this author. Facts only, in Markdown.")
    url = models.URLField(null=True, blank=True, max_length=500, help_text="The author’s own page.")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The path of the author's page."""
        return reverse("author-detail", args=[self.slug])


class Source(models.Model):
    """A source of figures. Every figure on the site names one."""

    slug = models.SlugField(primary_key=True, max_length=80)
    publisher = LineField(help_text="Who published the figures, for example: Bureau of Labor Statistics.")
    title = LineField(help_text="The name of the publication or table.")
    url = models.URLField(null=True, blank=True, max_length=500)
    period = LineField(help_text="What the figures cover, for example: 2026, or May 2024.")
    method = models.TextField(help_text="How the figures were made, for example: editorial estimate, or survey.")
    caveat = models.TextField(null=True, blank=True, help_text="What a reader should keep in mind.")
    licence = LineField(null=True, blank=True, help_text="For example: US Government work, public domain.")
    sample_size = models.PositiveIntegerField(null=True, blank=True, help_text="Leave empty if none is given.")
    retrieved_on = models.DateField(help_text="The day the figures were read.")

    class Meta:
        ordering = ["publisher", "title"]

    def __str__(self) -> str:
        return f"{self.publisher}: {self.title}"


class Role(models.Model):
    """One role's working copy. Readers see its editions, never these rows."""

    slug = models.SlugField(
        unique=True, max_length=80, help_text="The page’s address: technical-product-manager gives /roles/technical-…/."
    )
    language = models.CharField(
        max_length=10,
        choices=Language.list_choices(),
        default=Language.ENGLISH.value,
        help_text="The language of the kit’s words, for example: English.",
    )
    translates = models.SlugField(
        max_length=80,
        null=True,
        blank=True,
        db_index=False,
        help_text=(
            "The address of the kit that this one translates, for example: product-manager. This one uses its figures."
        ),
    )
    title = LineField(help_text="For example: Technical Product Manager.")
    short_title = LineField(help_text="For example: Technical PM.")
    aliases = LinesField(help_text="Other names that people search for, one per line: TPM.")
    family = LineField(help_text="The group it is listed under, for example: Product management.")
    summary = LineField(help_text="One sentence for lists and search engines, up to about 160 characters.")

    base_low = MoneyField(null=True, blank=True, verbose_name="base salary from")
    base_high = MoneyField(null=True, blank=True, verbose_name="base salary to")
    base_kind = models.CharField(
        max_length=10,
        choices=[(kind.value, kind.words) for kind in (HeadlineKind.BASE, HeadlineKind.UNSTATED)],
        default=HeadlineKind.BASE.value,
        verbose_name="what that range is",
    )
    total_low = MoneyField(null=True, blank=True, verbose_name="total compensation from")
    total_high = MoneyField(null=True, blank=True, verbose_name="total compensation to")
    currency = models.CharField(max_length=3, default="USD", validators=[currency_code])
    experience_min = YearsField(null=True, blank=True, verbose_name="experience from (years)")
    experience_max = YearsField(null=True, blank=True, verbose_name="experience to (years)")
    demand = models.CharField(max_length=20, choices=Demand.list_choices(), null=True, blank=True)
    figures_year = YearField(verbose_name="year of the figures")
    figures_area = LineField(default="United States", verbose_name="area of the figures")
    figures_source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")

    overview = models.TextField(help_text="Markdown. A blank line starts a new paragraph.")
    responsibilities_intro = models.TextField(null=True, blank=True)
    skills_note = models.TextField(null=True, blank=True, help_text="Advice under the skills table.")
    occupations_reason = models.TextField(null=True, blank=True, help_text="Why the role is counted in them.")
    benchmarks_note = models.TextField(null=True, blank=True, help_text="Advice under the pay table.")
    competencies_intro = models.TextField(null=True, blank=True, help_text="What the interview questions cover.")
    career_path = models.TextField(null=True, blank=True)
    how_to_become = LinesField(help_text="Steps toward the role, one per line.")
    related = LinesField(help_text="Slugs of related roles, one per line.")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="roles")
    credit = models.TextField(help_text="What the author is credited for, and what is Rolebook’s own.")

    reviewed_on = models.DateField(null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)  # one more with every save: see saved()

    class Meta:
        ordering = ["title"]
        permissions = [("publish_role", "Can publish, unpublish and restore roles")]
        constraints = [
            runs_upwards("base_low", "base_high", name="role_base_runs_upwards"),
            runs_upwards("total_low", "total_high", name="role_total_runs_upwards"),
            runs_upwards("experience_min", "experience_max", name="role_experience_runs_upwards"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The path of the role's page, which answers 404 while the role isn't published."""
        return reverse("role-detail", args=[self.slug])

    def count_save(self) -> None:
        """Add one to the stored version of the working copy, so that nobody saves over this change without seeing it.
        This object's own `version` isn't changed.
        """
        Role.objects.filter(pk=self.pk).update(version=models.F("version") + 1)


class Positioned(models.Model):
    """Base of parts that keep their place in a list, the lowest position first."""

    position = models.PositiveIntegerField(default=0, db_index=True)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]


class RolePart(Positioned):
    """Base of the parts of a role. Each part's relation on Role is named like the Kit's field."""

    class Meta(Positioned.Meta):
        abstract = True


class TemplateLine(RolePart):
    """A line of the job description template, in one of its sections."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="job_description")
    section = models.CharField(max_length=20, choices=Section.list_choices())
    text = LineField(help_text="Put the parts that the employer fills in between brackets: [team].")
    skills = LinesField(help_text="Names of the skills that the line asks for, one per line.")

    def __str__(self) -> str:
        return self.text


class Responsibility(RolePart):
    """A key responsibility of a role: its name, and the text that explains it."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="responsibilities")
    name = LineField()
    text = models.TextField(help_text="One or two sentences.")

    class Meta(RolePart.Meta):
        verbose_name_plural = "responsibilities"
        constraints = [once_per("role", "name", name="responsibility_name_once_per_role")]

    def __str__(self) -> str:
        return self.name


class Skill(RolePart):
    """A skill of a role, with its importance and the level at which it is wanted."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="skills")
    name = LineField()
    importance = models.CharField(max_length=10, choices=Importance.list_choices())
    covers = LineField(help_text="For example: querying databases, reading metrics, dashboards.")
    shared = models.SlugField("shared skill", max_length=80, null=True, blank=True, db_index=False)
    proficiency = models.CharField("level", max_length=20, choices=Proficiency.list_choices(), null=True, blank=True)

    class Meta(RolePart.Meta):
        constraints = [
            once_per("role", "name", name="skill_name_once_per_role"),
            once_per("role", "shared", name="shared_skill_once_per_role"),
            models.CheckConstraint(
                condition=models.Q(shared__isnull=True, proficiency__isnull=True)
                | models.Q(shared__isnull=False, proficiency__isnull=False),
                name="shared_skill_has_its_level",
                violation_error_message="Choose a shared skill and its level, or neither.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Level(RolePart):
    """A level of a role, such as junior, with its years of experience and what a person at it can do."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="levels")
    name = LineField()
    experience_min = YearsField(null=True, blank=True)
    experience_max = YearsField(null=True, blank=True)
    you_can = LinesField(help_text="What a person at this level can do, one per line, after the words “You can.”")

    class Meta(RolePart.Meta):
        constraints = [
            once_per("role", "name", name="level_name_once_per_role"),
            runs_upwards("experience_min", "experience_max", name="level_experience_runs_upwards"),
        ]

    def __str__(self) -> str:
        return self.name


class RoleOccupation(RolePart):
    """An occupation of the survey under which the role is counted, with its share of the role in percent."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="occupations")
    soc = models.CharField("SOC code", max_length=7, validators=[RegexValidator(SOC, "Enter a code such as 15-1252.")])
    weight = models.PositiveSmallIntegerField("percent")

    class Meta(RolePart.Meta):
        verbose_name = "occupation"
        constraints = [
            once_per("role", "soc", name="occupation_soc_once_per_role"),
            models.CheckConstraint(
                condition=models.Q(weight__range=(1, 100)),
                name="occupation_weight_is_a_percentage",
                violation_error_message="A weight must be between 1 and 100 percent.",
            ),
        ]

    def __str__(self) -> str:
        return self.soc


class Faq(RolePart):
    """A question about a role with its answer in Markdown, which has an address of its own."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="faqs")
    slug = models.SlugField(max_length=80, help_text="Its address within the page, for example: need-to-code.")
    question = LineField()
    answer = models.TextField(help_text="Markdown, 60 to 140 words.")
    topic = LineField(help_text="For example: Skills.")

    class Meta(RolePart.Meta):
        verbose_name = "frequently asked question"
        constraints = [once_per("role", "slug", name="faq_slug_once_per_role")]

    def __str__(self) -> str:
        return self.question


class DayItem(RolePart):
    """A moment of a typical day in a role: a time and an activity."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="day")
    time = LineField(help_text="For example: 9:30.")
    activity = LineField()

    class Meta(RolePart.Meta):
        verbose_name = "moment of a typical day"
        verbose_name_plural = "moments of a typical day"

    def __str__(self) -> str:
        return f"{self.time} {self.activity}"


class Outcome(RolePart):
    """What a new hire has done after a number of days: 30, 60 or 90."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="outcomes")
    day = models.PositiveSmallIntegerField(choices=[(day, f"First {day} days") for day in (30, 60, 90)])
    text = LineField()

    def __str__(self) -> str:
        return self.text


class Comparison(RolePart):
    """How to choose between this role and one that people confuse with it."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="comparisons")
    other = models.SlugField(max_length=80, help_text="Slug of the other role.")
    difference = models.TextField()
    choose_this = models.TextField(help_text="When to hire this role.")
    choose_other = models.TextField(help_text="When to hire the other one.")

    class Meta(RolePart.Meta):
        constraints = [once_per("role", "other", name="comparison_other_once_per_role")]

    def __str__(self) -> str:
        return f"{self.role} or {self.other}"
