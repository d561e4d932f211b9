"""Who sees what of the gate, with every filter in Python taken out; and what the public login may read."""

import pytest
from django.apps import apps
from django.db import ProgrammingError, connections, models, transaction

from illuminate.cli.demo.story.publication import published
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.publication.models import (
    Approval,
    FrozenFile,
    FrozenReport,
    PublicationDate,
    Release,
)
from tests.cast import Cast

PRIVATE = (Approval, FrozenFile, FrozenReport, PublicationDate, Release)
EVERY = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


@pytest.mark.django_db
def test_others_rows_do_not_come_back_whatever_is_forgotten(cast: Cast) -> None:
    published(cast)
    strangers = (cast.stranger, cast.officer, cast.housing_author, cast.quality_reader, cast.analyst)
    for nobody in (None, *(person.pk for person in strangers)):
        with acting_as(nobody):
            for model in PRIVATE:
                assert not model.objects.exists(), (nobody, model)
    with acting_as(cast.panel_member.pk):
        assert FrozenFile.objects.count() == 5
        for model in (Approval, PublicationDate, Release):
            assert not model.objects.exists(), model


@pytest.mark.django_db
@pytest.mark.parametrize("model", [FrozenFile, Approval], ids=lambda model: model.__name__)
def test_what_was_approved_is_never_rewritten(cast: Cast, model: type[models.Model]) -> None:
    published(cast)
    with acting_as(cast.coordinator.pk):
        for change in (lambda: model.objects.update(digest="0" * 64), lambda: model.objects.all().delete()):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                change()


@pytest.mark.django_db(databases=["default", "library"])
@pytest.mark.parametrize("model", EVERY, ids=lambda model: model._meta.label)
def test_the_public_login_reads_released_copies_and_nothing_else(model: type[models.Model]) -> None:
    table = model._meta.db_table
    with connections["library"].cursor() as cursor:
        if table.startswith("publication_released"):
            cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - a table's own name
            assert cursor.fetchone() == (0,)
        else:
            with (
                pytest.raises(ProgrammingError, match="permission denied"),
                transaction.atomic(using="library"),
            ):
                cursor.execute(f'SELECT 1 FROM "{table}"')  # noqa: S608 - the same
        for verb in ("DELETE FROM", "TRUNCATE"):
            with (
                pytest.raises(ProgrammingError, match="permission denied"),
                transaction.atomic(using="library"),
            ):
                cursor.execute(f'{verb} "{table}"')


@pytest.mark.django_db(databases=["default", "library"])
def test_the_public_login_may_call_no_function_of_the_house() -> None:
    with connections["library"].cursor() as cursor:
        cursor.execute(
            "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            " WHERE n.nspname = 'public' AND has_function_privilege(p.oid, 'EXECUTE')"
        )
        assert cursor.fetchall() == []
