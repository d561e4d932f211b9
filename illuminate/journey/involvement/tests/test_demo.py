"""The demo's door for relatives, and that there is none where reviews are real."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.involvement import link_of, sister, uncle
from illuminate.cli.demo.story.panel import gathering
from illuminate.foundation.access.models import Installation
from illuminate.journey.involvement import demo
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PAGE = "/demo/family/"


def test_a_relative_comes_in_with_one_button_and_sees_only_their_own(cast: Cast, client: Client) -> None:
    review = gathering(cast)
    kate = sister(cast, review)
    uncle(cast, review)
    page = client.get(PAGE).content.decode()
    assert "Siân Pryce-Okafor" in page and "Gareth Pryce" in page and review.title in page
    door = reverse("involvement:demo_relative", args=[link_of(cast, kate.relative).pk])
    assert client.post(door)["Location"] == reverse("involvement:start")
    start = client.get(reverse("involvement:start")).content.decode()
    assert "Siân" in start or "your own space" in start.lower()
    assert "Gareth" not in start


def test_the_sign_in_page_leads_there(client: Client, cast: Cast) -> None:
    page = client.get("/demo/sign-in/").content.decode()
    assert PAGE in page and "/demo/mail/" in page


def test_a_button_must_be_pressed_and_must_belong_to_a_link(cast: Cast, client: Client) -> None:
    kate = sister(cast, gathering(cast))
    link = link_of(cast, kate.relative)
    assert client.get(reverse("involvement:demo_relative", args=[link.pk])).status_code == 405
    assert client.post(reverse("involvement:demo_relative", args=[uuid4()])).status_code == 404


def test_outside_the_demo_there_is_no_door(cast: Cast, client: Client, settings: Any) -> None:
    door = reverse(
        "involvement:demo_relative", args=[link_of(cast, sister(cast, gathering(cast)).relative).pk]
    )
    settings.DEMO = False
    assert client.get(PAGE).status_code == 404
    assert client.post(door).status_code == 404


def test_where_reviews_are_real_nobody_stands_at_the_door(cast: Cast, client: Client, settings: Any) -> None:
    settings.DEMO = False
    kate = sister(cast, gathering(cast))
    door = reverse("involvement:demo_relative", args=[link_of(cast, kate.relative).pk])
    settings.DEMO = True
    assert Installation.objects.get().kind == "real"
    assert demo.doors() == []
    assert client.get(PAGE).status_code == 404
    assert client.post(door).status_code == 404
