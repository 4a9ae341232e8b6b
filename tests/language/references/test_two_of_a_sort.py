"""A thing is called by its name again only where no other of its sort has been named, however that was read."""

from __future__ import annotations

import pytest

import workbench

TWO = [
    "The Varen Bridge replaced the Holm Bridge. The bridge is 900 metres long.",
    "St Olaf's Hospital sent 12 patients to Dace Hospital. The hospital has 300 beds.",
    "The Holm Museum lent the Varen Museum 40 pictures. The museum has 300 rooms.",
    "The old Varen Bridge and the Holm Bridge are shut. The bridge is 900 metres long.",
    "The Dace River joins the Holm River at Orr. The river is 90 kilometres long.",
    "Players of Dace College beat Holm College. The college has 300 students.",
    "The Orr Mine took over the Sund Mine in 2004. The mine has 300 workers.",
    "From Vale Station trains go to Wick Station. The station has nine platforms.",
    "Dace Airport, unlike Holm Airport, made a profit. The airport has 300 workers.",
    "Holm Theatre lost to Orr Theatre in the vote. The theatre has 300 seats.",
    "Bree Clinic's doctors work at Sund Clinic too. The clinic has 30 beds.",
    "They crossed Varen Tunnel and Holm Tunnel. The tunnel is 9 kilometres long.",
]
ONE = [
    "The Varen Bridge was closed in 2019. The bridge is 900 metres long.",
    "Dace Hospital opened in 1970. The hospital has 300 beds.",
    "The Holm Museum was built in 1900. Visitors love the Holm Museum. The museum has 300 rooms.",
    "Trains stop at Vale Station. The station has nine platforms.",
    "Dace Airport made a profit. The airport has 300 workers.",
    "The Orr Mine was shut in 2004. The mine had 300 workers.",
    "The Holm Theatre is old. The Holm Theatre’s roof leaks. The theatre has 300 seats.",
    "Sund Clinic, a private one, is full. The clinic has 30 beds.",
]


def said(text: str) -> str:
    return workbench.split(text, published="2024-03-04")[-1].text


@pytest.mark.parametrize("text", TWO)
def test_of_two_none_is_put_in(text: str) -> None:
    last = text.split(". ")[-1]
    assert said(text) == last


@pytest.mark.parametrize("text", ONE)
def test_one_alone_is_named(text: str) -> None:
    last = text.split(". ")[-1]
    assert said(text) != last
    assert said(text).endswith(last.split(" ", 2)[2])
