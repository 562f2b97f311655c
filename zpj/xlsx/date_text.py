"""A day number as a Chinese date: 2020年12月31日, 2020年12月, 14:30."""

from datetime import datetime, timedelta

EPOCH, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
SECONDS_A_DAY = 86_400
WEEKDAYS = "一二三四五六日"


def date_text(serial: float, fields: tuple[str, ...], date1904: bool) -> str:
    """The parts of the moment ``serial`` that ``fields`` name; empty for a number that is no date.

    ``serial`` counts days from 1899-12-30, or from 1904-01-01. ``fields`` are those of a number format.
    """
    epoch = EPOCH_1904 if date1904 else EPOCH
    longest = datetime.max - epoch
    if not 0 <= serial <= longest / timedelta(days=1):
        return ""
    passed = min(timedelta(seconds=round(serial * SECONDS_A_DAY)), longest)
    units = _units(fields)
    return " ".join(part for part in (_day(epoch + passed, units), _time(passed, units)) if part)


def serial_of(text: str, date1904: bool) -> float:
    """The day number of an ISO 8601 date, as cells of type ``d`` hold it. ``ValueError`` for other text."""
    moment = datetime.fromisoformat(text).replace(tzinfo=None)
    return (moment - (EPOCH_1904 if date1904 else EPOCH)) / timedelta(days=1)


def _units(fields: tuple[str, ...]) -> set[str]:
    """``y`` year, ``o`` month, ``d`` day, ``w`` weekday, ``h m s``, ``[h] [m] [s]`` for elapsed time."""
    units = set[str]()
    for before, field, after in zip(("", *fields), fields, (*fields[1:], ""), strict=False):
        first = field if field.startswith("[") else field[0]
        if first == "m" and not (before.strip("[")[:1] == "h" or after[:1] == "s"):
            first = "o"
        elif first == "a" or (first == "d" and len(field) > 2):
            first = "w"
        units.add("y" if first == "e" else first)
    return units


def _day(moment: datetime, units: set[str]) -> str:
    year = f"{moment.year}年" if "y" in units else ""
    month = f"{moment.month}月" if "o" in units else ""
    day = f"{moment.day}日" if "d" in units else ""
    weekday = f"星期{WEEKDAYS[moment.weekday()]}" if "w" in units else ""
    return " ".join(part for part in (year + month + day, weekday) if part)


def _time(passed: timedelta, units: set[str]) -> str:
    minutes, seconds = divmod(passed.days * SECONDS_A_DAY + passed.seconds, 60)
    hours = minutes // 60
    if "[s]" in units:
        return f"{minutes * 60 + seconds}秒"
    if "[m]" in units:
        return f"{minutes}:{seconds:02}" if "s" in units else f"{minutes}分"
    if not units & {"h", "[h]", "m", "s"}:
        return ""
    hours = hours if "[h]" in units else hours % 24
    if not units & {"m", "s"}:
        return f"{hours}时"
    clock = [f"{hours}"] if units & {"h", "[h]"} else []
    clock += [f"{minutes % 60:02}"]
    clock += [f"{seconds:02}"] if "s" in units else []
    return ":".join(clock)
