"""Reads an iCalendar file with python3-icalendar and writes its events as JSON."""
import datetime
import json
import sys

from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())


def event(one):
    alarms = [part for part in one.subcomponents if part.name == "VALARM"]
    start = one.decoded("DTSTART")
    rule = one["RRULE"]
    return {
        "uid": str(one["UID"]),
        "sequence": int(one["SEQUENCE"]),
        "stamp": one.decoded("DTSTAMP").isoformat(),
        "day": start.isoformat(),
        "wholeDay": type(start) is datetime.date,
        "frequency": rule["FREQ"][0],
        "interval": int(rule.get("INTERVAL", [1])[0]),
        "summary": str(one["SUMMARY"]),
        "description": str(one["DESCRIPTION"]),
        "alarms": [alarm.decoded("TRIGGER").total_seconds() / 3600 for alarm in alarms],
        "errors": [str(error) for part in (one, *alarms) for error in part.errors],
    }


json.dump(
    {
        "version": str(calendar["VERSION"]),
        "events": [event(one) for one in calendar.walk("VEVENT")],
        "others": [part.name for part in calendar.subcomponents if part.name != "VEVENT"],
    },
    sys.stdout,
)
