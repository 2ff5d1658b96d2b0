"""The survey gets areas, years and standard errors. Its old table goes in the next release: see docs/operating.md."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import roles.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("compensation", "0005_pay_imports"),
        ("roles", "0005_stored_pages"),
    ]

    operations = [
        migrations.CreateModel(
            name="SurveyArea",
            fields=[
                ("code", models.CharField(max_length=7, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("N", "Nation"),
                            ("S", "State or territory"),
                            ("M", "Metropolitan or nonmetropolitan area"),
                        ],
                        max_length=1,
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "slug",
                    models.SlugField(
                        help_text="As it appears in addresses: denver-aurora-centennial-co.",
                        max_length=200,
                        unique=True,
                    ),
                ),
                (
                    "states",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=2),
                        help_text="Postal abbreviations of its states.",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="SurveyFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("employment", models.PositiveIntegerField(null=True)),
                ("employment_rse", models.FloatField(help_text="Relative standard error in percent.", null=True)),
                ("mean", roles.fields.MoneyField(null=True)),
                ("mean_rse", models.FloatField(help_text="Relative standard error in percent.", null=True)),
                ("p10", roles.fields.MoneyField(null=True)),
                ("p25", roles.fields.MoneyField(null=True)),
                ("p50", roles.fields.MoneyField(null=True)),
                ("p75", roles.fields.MoneyField(null=True)),
                ("p90", roles.fields.MoneyField(null=True)),
                (
                    "hourly_p50",
                    models.DecimalField(decimal_places=2, help_text="Median hourly wage.", max_digits=7, null=True),
                ),
                (
                    "top_code",
                    roles.fields.MoneyField(
                        help_text="Annual wage at or above which percentiles aren’t published.", null=True
                    ),
                ),
                (
                    "top_coded_from",
                    models.PositiveSmallIntegerField(help_text="The lowest percentile at or above it.", null=True),
                ),
                (
                    "withheld",
                    models.CharField(
                        blank=True,
                        choices=[("4", "Paid by the hour: no annual wage"), ("8", "Not released")],
                        max_length=1,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SurveyOccupation",
            fields=[
                ("soc", models.CharField(max_length=7, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=200)),
                ("is_detailed", models.BooleanField()),
            ],
            options={
                "ordering": ["soc"],
            },
        ),
        migrations.CreateModel(
            name="SurveyYear",
            fields=[
                ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("loaded_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="oewsfigure",
            name="oews_figure_once",
        ),
        migrations.RemoveConstraint(
            model_name="oewsfigure",
            name="oews_top_code_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="oewsfigure",
            name="oews_figure_runs_upwards",
        ),
        migrations.AddField(
            model_name="surveyfigure",
            name="area",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                to="compensation.surveyarea",
            ),
        ),
        migrations.AddField(
            model_name="surveyfigure",
            name="occupation",
            field=models.ForeignKey(
                db_column="soc",
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                to="compensation.surveyoccupation",
            ),
        ),
        migrations.AddField(
            model_name="surveyyear",
            name="source",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="roles.source"
            ),
        ),
        migrations.AddField(
            model_name="surveyfigure",
            name="survey",
            field=models.ForeignKey(
                db_column="year",
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                to="compensation.surveyyear",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyfigure",
            constraint=models.UniqueConstraint(
                fields=("occupation", "area", "survey"),
                name="survey_figure_once",
                violation_error_message="This occupation is listed twice in one area.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyfigure",
            constraint=models.CheckConstraint(
                condition=models.Q(("top_coded_from__isnull", True), ("top_code__isnull", False), _connector="OR"),
                name="survey_top_code_is_known",
                violation_error_message="Enter the wage at or above which figures aren’t published.",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyfigure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("p75__gte", models.F("p25")), ("p25__isnull", True), ("p75__isnull", True), _connector="OR"
                ),
                name="survey_figure_runs_upwards",
                violation_error_message="The upper end (p75) must not be below the lower end (p25).",
            ),
        ),
        # The version before this one still reads the table while both run: it loses its key to the sources alone.
        migrations.AlterField(
            model_name="oewsfigure",
            name="source",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="roles.source",
            ),
        ),
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel(name="OewsFigure")]),
    ]
