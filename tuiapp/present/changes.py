"""What has changed in the files, in words."""

from collections.abc import Callable, Mapping

from tuiapp.language import gettext, ngettext

_SAID: dict[str, Callable[[int], str]] = {
    "articles more": lambda count: ngettext("{count} article more", "{count} articles more", count),
    "articles fewer": lambda count: ngettext("{count} article fewer", "{count} articles fewer", count),
    "items more": lambda count: ngettext("{count} item more", "{count} items more", count),
    "items fewer": lambda count: ngettext("{count} item fewer", "{count} items fewer", count),
    "items other": lambda count: ngettext("{count} item is different", "{count} items are different", count),
    "texts other": lambda count: ngettext("the text of {count} article", "the texts of {count} articles", count),
}


def changed(changes: Mapping[str, int]) -> str:
    """A sentence for a notice; `changes` are those of `following.changes`."""
    parts = [said(changes[what]).format(count=changes[what]) for what, said in _SAID.items() if changes.get(what)]
    if not parts:
        return gettext("The articles have changed.")
    return gettext("The articles have changed: {changes}.").format(changes=", ".join(parts))
