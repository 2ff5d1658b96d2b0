import django.contrib.postgres.indexes
import django.db.models.deletion
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("roles", "0001_initial"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="searchentry", name="search_entry_vector"),
        migrations.RemoveField(model_name="searchentry", name="vector"),
        migrations.AddField(
            "searchentry", "keywords", models.TextField(default="", help_text="Words that find it and aren’t shown.")
        ),
        migrations.AddField(
            "searchentry",
            "group",
            models.CharField(default="", help_text="What lists of its kind are sorted by.", max_length=500),
        ),
        migrations.AlterField(
            "searchentry",
            "aliases",
            models.TextField(default="", help_text="Other names, found like the title, one per line."),
        ),
        migrations.AlterField(
            "searchentry",
            "anchor",
            models.CharField(default="", help_text="The part of the address after the role page’s.", max_length=120),
        ),
        migrations.AlterField("searchentry", "text", models.TextField(help_text="The part of it that results show.")),
        migrations.AddField(
            "searchentry",
            "vector",
            models.GeneratedField(
                db_persist=True,
                expression=SearchVector("title", weight="A", config="english")
                + SearchVector("aliases", weight="A", config="english")
                + SearchVector("text", weight="C", config="english")
                + SearchVector("keywords", weight="D", config="english"),
                output_field=SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            "searchentry",
            django.contrib.postgres.indexes.GinIndex(fields=["vector"], name="search_entry_vector"),
        ),
        migrations.AddIndex("searchentry", models.Index(fields=["kind", "group"], name="search_entry_group")),
        migrations.CreateModel(
            name="MissedSearch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.CharField(max_length=80)),
                ("day", models.DateField()),
                ("count", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name_plural": "missed searches",
                "constraints": [models.UniqueConstraint(fields=("day", "words"), name="missed_search_once_a_day")],
            },
        ),
        migrations.CreateModel(
            name="AnswerVotes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("faq", models.SlugField(max_length=80)),
                ("helpful", models.PositiveIntegerField(default=0)),
                ("not_helpful", models.PositiveIntegerField(default=0)),
                (
                    "role",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answer_votes", to="roles.role"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "answer votes",
                "constraints": [models.UniqueConstraint(fields=("role", "faq"), name="answer_votes_once_per_answer")],
            },
        ),
    ]
