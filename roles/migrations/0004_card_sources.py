"""Lists name the source and the year of the figures that they show."""

import json

from django.db import migrations, models

import roles.fields


def fill(apps, schema_editor):
    """Read both from the kit of each edition that is there."""
    for edition in apps.get_model("roles", "Edition").objects.iterator():
        kit = json.loads(edition.kit_json)
        edition.figures_year = kit["figures_year"]
        publishers = {source["slug"]: source["publisher"] for source in kit["sources"]}
        edition.figures_publisher = publishers[kit["figures_source"]]
        edition.save(update_fields=["figures_year", "figures_publisher"])


class Migration(migrations.Migration):
    dependencies = [("roles", "0003_desk")]
    operations = [
        migrations.AddField(
            "edition", "figures_year", models.PositiveSmallIntegerField(default=0), preserve_default=False
        ),
        migrations.AddField("edition", "figures_publisher", roles.fields.LineField(default=""), preserve_default=False),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
