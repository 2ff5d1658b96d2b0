from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("roles", "0012_replacements"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="publisher",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Who published it. The name stays after the account is deleted. Empty if the library was loaded.",
                max_length=150,
            ),
        ),
        migrations.RunSQL(
            "UPDATE roles_edition SET publisher = auth_user.username FROM auth_user "
            "WHERE auth_user.id = roles_edition.published_by_id",
            migrations.RunSQL.noop,
        ),
    ]
