"""Reads cards with vobject and writes what it found as JSON: of each card the values that address books show."""
import json
import sys

import vobject


def values(card, name):
    return [line.value for line in card.contents.get(name, [])]


def described(card):
    return {
        "version": card.version.value,
        "uid": card.uid.value,
        "name": card.fn.value,
        "family": card.n.value.family if "n" in card.contents else None,
        "mails": values(card, "email"),
        "phones": values(card, "tel"),
        "organisations": [units[0] for units in values(card, "org")],
        "notes": values(card, "note"),
        "towns": [address.city for address in values(card, "adr")],
        "birthday": card.bday.value if "bday" in card.contents else None,
        "tags": [tag for tags in values(card, "categories") for tag in tags],
    }


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    cards = list(vobject.readComponents(file))
for card in cards:
    card.validate()
json.dump([described(card) for card in cards], sys.stdout)
