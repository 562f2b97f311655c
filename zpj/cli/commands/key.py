"""``zpj key``: the key that signs forms, kept safe; the public keys that verify those of others."""

import argparse
from contextlib import suppress
from pathlib import Path

from zpj.cli.console import fail, say, table
from zpj.cli.options import shared, shown
from zpj.texts import wording

NAME = "key"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    words, title = wording("cli")["key"], wording("cli")["program"]["actions"]
    actions = parser.add_subparsers(title=title, metavar=title, dest="action")
    for action in ("show", "list", "backup", "restore", "export", "trust"):
        part = actions.add_parser(action, help=words["action"][action])
        if action in words["argument"]:
            part.add_argument("file", type=Path, **shown(words["argument"][action]))
        if action == "trust":
            part.add_argument("--name", default="", **shown(words["argument"]["name"]))
        if action == "export":
            part.add_argument("--force", action="store_true", **shared("force"))


def run(options: argparse.Namespace) -> int:
    """Show, list, back up, restore, export or trust a key."""
    match options.action:
        case "list":
            return _list()
        case "backup":
            return _backup(options.file)
        case "restore":
            return _restore(options.file)
        case "export":
            return _export(options.file, force=options.force)
        case "trust":
            return _trust(options.file, options.name)
        case _:
            return _show()


def _show() -> int:
    from zpj.keys.own_key import find_key, key_path
    from zpj.keys.signing import public_key

    words, key = wording("cli")["key"]["says"], find_key()
    if key is None:
        say(words["none"].format(file=key_path()))
    else:
        say(words["own"].format(fingerprint=public_key(key).fingerprint, file=key_path()))
    return 0


def _list() -> int:
    from zpj.keys.own_key import find_key
    from zpj.keys.signing import public_key
    from zpj.keys.trusted_keys import trusted_folder, trusted_keys

    words, key, trusted = wording("cli")["key"]["says"], find_key(), trusted_keys()
    rows = [] if key is None else [(public_key(key).fingerprint, words["own_name"])]
    rows += [(each.fingerprint, each.name) for each in trusted]
    if rows:
        table(rows, header=(words["fingerprint"], words["name"]))
    say(words["trusted"].format(count=len(trusted), folder=trusted_folder()))
    return 0


def _backup(file: Path) -> int:
    from zpj.keys.own_key import write_key

    if (key := _own()) is None:
        return 2
    write_key(file, key)
    say(wording("cli")["key"]["says"]["backed_up"].format(file=file))
    return 0


def _restore(file: Path) -> int:
    from zpj.keys.own_key import read_key, restore_key
    from zpj.keys.signing import PublicKey, public_key
    from zpj.keys.trusted_keys import trust
    from zpj.model.errors import KeyUnusable

    words, aside = wording("cli")["key"]["says"], restore_key(file)
    say(words["restored"].format(fingerprint=public_key(read_key(file)).fingerprint))
    if aside is not None:
        say(words["aside"].format(file=aside))
        # What was signed with it until now stays good.
        with suppress(KeyUnusable):
            trust(PublicKey(public_key(read_key(aside)).raw, words["former"]))
    return 0


def _export(file: Path, *, force: bool) -> int:
    from zpj.keys.signing import public_key
    from zpj.keys.trusted_keys import write_public_key

    if (key := _own()) is None:
        return 2
    write_public_key(file, public_key(key), force=force)
    say(wording("cli")["key"]["says"]["exported"].format(file=file))
    return 0


def _trust(file: Path, name: str) -> int:
    from zpj.keys.signing import PublicKey
    from zpj.keys.trusted_keys import read_public_key, trust

    key = read_public_key(file)
    trust(PublicKey(key.raw, name or key.name))
    say(wording("cli")["key"]["says"]["trusts"].format(fingerprint=key.fingerprint, name=name or key.name))
    return 0


def _own() -> bytes | None:
    """The key of this machine; where there is none, that is said."""
    from zpj.keys.own_key import find_key, key_path

    key = find_key()
    if key is None:
        fail(wording("cli")["key"]["says"]["none"].format(file=key_path()))
    return key
