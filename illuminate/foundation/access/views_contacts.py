"""The address book of a partnership: whom to write to at each organisation."""

from itertools import groupby
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from illuminate.foundation.access import actions_contacts, permissions
from illuminate.foundation.access import queries_people as people
from illuminate.foundation.access.actions_contacts import Details
from illuminate.foundation.access.events import Event
from illuminate.foundation.access.forms_people import ContactForm
from illuminate.foundation.access.models import Contact, User
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.audit.actions import record
from illuminate.foundation.design import forms


class SearchForm(forms.Form):
    q = forms.CharField(label="Name or organisation", required=False, max_length=100, width=20)


def address_book(request: SignedInRequest) -> HttpResponse:
    """Every entry, by organisation. Names are locked in the database, so the search looks through what was read."""
    permissions.require_any_coordinator(by=request.user)
    form = SearchForm(request.GET)
    wanted = form.cleaned_data["q"].casefold().strip() if form.is_valid() else ""
    contacts = [contact for contact in people.contacts_of(request.user) if _fits(contact, wanted)]
    grouped = groupby(contacts, key=lambda contact: contact.organisation)
    groups = [(organisation, list(entries)) for organisation, entries in grouped]
    record(Event.ADDRESS_BOOK_READ, request.user, by=request.user)
    return render(request, "access/address_book.html", {"groups": groups, "form": form, "wanted": wanted})


def add_contact(request: SignedInRequest) -> HttpResponse:
    permissions.require_any_coordinator(by=request.user)
    form = ContactForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        details = _details(form)
        actions_contacts.add_contact(partnership=form.partnership, details=details, by=request.user)
        messages.success(request, f"{details.name} is in the address book.")
        return redirect("access:address_book")
    return render(request, "access/contact.html", {"form": form})


def change_contact(request: SignedInRequest, pk: UUID) -> HttpResponse:
    contact = _contact_or_404(pk, by=request.user)
    form = ContactForm(request.POST or None, by=request.user, contact=contact)
    if request.method == "POST" and form.is_valid():
        actions_contacts.change_contact(contact=contact, details=_details(form), by=request.user)
        messages.success(request, "The entry is changed.")
        return redirect("access:address_book")
    return render(request, "access/contact.html", {"form": form, "contact": contact})


def remove_contact(request: SignedInRequest, pk: UUID) -> HttpResponse:
    contact = _contact_or_404(pk, by=request.user)
    form = forms.UniqueSubmission(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions_contacts.remove_contact(contact=contact, by=request.user)
        messages.success(request, "The entry is removed.")
        return redirect("access:address_book")
    return render(request, "access/remove_contact.html", {"form": form, "contact": contact})


def _contact_or_404(pk: UUID, *, by: User) -> Contact:
    permissions.require_any_coordinator(by=by)
    return get_object_or_404(people.contacts_of(by), pk=pk)


def _fits(contact: Contact, wanted: str) -> bool:
    said = f"{contact.name} {contact.role} {contact.organisation.name} {contact.organisation.short_name}"
    return wanted in said.casefold()


def _details(form: ContactForm) -> Details:
    return Details(
        **{name: form.cleaned_data[name] for name in ("organisation", "name", "role", "email", "phone")}
    )
