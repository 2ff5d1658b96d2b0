"""Pay imports have numbers, withdrawn cases are remembered, and a figure needs ten records."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


HIDE_THIN_FIGURES = """
UPDATE compensation_paysummary SET p10 = NULL, p25 = NULL, p50 = NULL, p75 = NULL, p90 = NULL WHERE n < 10
"""


class Migration(migrations.Migration):
    dependencies = [
        ("compensation", "0004_pay_record_sources"),
        ("roles", "0004_card_sources"),
    ]

    operations = [
        migrations.CreateModel(
            name="PayImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("files", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=300))),
                ("imported_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("added", models.PositiveIntegerField(default=0)),
                ("changed", models.PositiveIntegerField(default=0)),
                ("withdrawn", models.PositiveIntegerField(default=0)),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="ReplacedRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "imported_in",
                    models.PositiveIntegerField(help_text="The import that added the record.", null=True),
                ),
                ("record", models.JSONField(help_text="The whole row, by column name.")),
            ],
        ),
        migrations.CreateModel(
            name="WithdrawnCase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source_id", models.CharField(max_length=80)),
                ("case_number", models.CharField(max_length=80)),
                (
                    "decided_on",
                    models.DateField(help_text="The day it was withdrawn, if the file says.", null=True),
                ),
                ("imported_in", models.PositiveIntegerField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="paysummary",
            name="pay_summary_has_enough_records",
        ),
        migrations.AddField(
            model_name="payrecord",
            name="imported_in",
            field=models.PositiveIntegerField(blank=True, help_text="The import that added the row.", null=True),
        ),
        migrations.RunSQL(HIDE_THIN_FIGURES, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="paysummary",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("employers__gte", 5), ("n__gte", 10)),
                    models.Q(("p25__isnull", True), ("p50__isnull", True), ("p75__isnull", True)),
                    _connector="OR",
                ),
                name="pay_summary_has_enough_records",
                violation_error_message="A figure needs 10 records from 5 employers.",
            ),
        ),
        migrations.AddField(
            model_name="replacedrecord",
            name="replaced_in",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="replaced", to="compensation.payimport"
            ),
        ),
        migrations.AddConstraint(
            model_name="withdrawncase",
            constraint=models.UniqueConstraint(
                fields=("source_id", "case_number"),
                name="withdrawn_case_once",
                violation_error_message="This case is already recorded as withdrawn.",
            ),
        ),
        migrations.AddIndex(
            model_name="replacedrecord",
            index=models.Index(fields=["imported_in"], name="replaced_record_import"),
        ),
    ]
