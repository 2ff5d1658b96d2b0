from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("roles", "0006_occupations_and_pay")]

    operations = [
        migrations.RemoveConstraint(model_name="count", name="count_once_a_day"),
        migrations.AddField(model_name="count", name="part", field=models.CharField(default="", max_length=100)),
        migrations.AlterField(
            model_name="count",
            name="what",
            field=models.CharField(
                choices=[
                    ("read", "Read"),
                    ("copied", "Copied"),
                    ("downloaded", "Downloaded"),
                    ("saved", "Saved"),
                    ("helped", "Helped"),
                    ("not-helped", "Did not help"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="count",
            constraint=models.UniqueConstraint(fields=["what", "day", "slug", "part"], name="count_once_a_day"),
        ),
        migrations.RenameModel(old_name="MissedSearch", new_name="SearchCount"),
        migrations.AlterModelOptions(name="searchcount", options={"verbose_name_plural": "searches"}),
        migrations.RemoveConstraint(model_name="searchcount", name="missed_search_once_a_day"),
        migrations.RenameField(model_name="searchcount", old_name="count", new_name="asked"),
        migrations.AlterField(model_name="searchcount", name="asked", field=models.PositiveIntegerField(default=0)),
        migrations.AddField(model_name="searchcount", name="chosen", field=models.PositiveIntegerField(default=0)),
        migrations.AddField(model_name="searchcount", name="found", field=models.BooleanField(default=False)),
        migrations.AddConstraint(
            model_name="searchcount",
            constraint=models.UniqueConstraint(fields=["day", "words"], name="search_count_once_a_day"),
        ),
    ]
