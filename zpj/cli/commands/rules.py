"""``zpj rules``: which scoring rules there are, what they say, where two differ."""

import argparse

from zpj.cli.console import say, table
from zpj.cli.options import shown
from zpj.model.project import DEFAULT_PROFILE
from zpj.texts import wording

NAME = "rules"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    words, title = wording("cli")["rules"], wording("cli")["program"]["actions"]
    actions = parser.add_subparsers(title=title, metavar=title, dest="action")
    actions.add_parser("list", help=words["action"]["list"])
    show = actions.add_parser("show", help=words["action"]["show"])
    show.add_argument("profile", nargs="?", default=DEFAULT_PROFILE, **shown(words["argument"]["profile"]))
    diff = actions.add_parser("diff", help=words["action"]["diff"])
    diff.add_argument("left", **shown(words["argument"]["left"]))
    diff.add_argument("right", **shown(words["argument"]["right"]))


def run(options: argparse.Namespace) -> int:
    """List, show or compare."""
    match options.action:
        case "show":
            _show(options.profile)
        case "diff":
            _diff(options.left, options.right)
        case _:
            _list()
    return 0


def _list() -> None:
    from zpj.rules import load_profile, profile_ids

    for profile_id in profile_ids():
        entry = wording("cli")["rules"]["says"]["entry"]
        say(entry.format(id=profile_id, title=load_profile(profile_id).title))


def _show(profile_id: str) -> None:
    from zpj.rules import describe, load_profile

    words, profile = wording("cli")["rules"]["says"], load_profile(profile_id)
    source = profile.source
    say(words["title"].format(title=profile.title, id=profile.id, version=profile.version))
    checked = source.checked.isoformat()
    say(words["source"].format(document=source.document, issuer=source.issuer, checked=checked))
    for sentence in describe(profile):
        say(words["rule"].format(rule=sentence))


def _diff(left: str, right: str) -> None:
    from zpj.rules import compare_profiles, load_profile

    words, differences = (
        wording("cli")["rules"]["says"],
        compare_profiles(load_profile(left), load_profile(right)),
    )
    if not differences:
        say(words["same"])
        return
    table(((each.key, each.left, each.right) for each in differences), header=(words["key"], left, right))
