"""`drafter plugins`: what other installed packages add."""

from __future__ import annotations

import click

from drafter.cli.common import examples, json_option, print_json, tell
from drafter.errors import DrafterError
from drafter.plugins import Plugin


@click.command(epilog=examples("drafter plugins", "drafter plugins --json"))
@json_option
def plugins(as_json: bool) -> None:
    """List the plug-ins: rules, miners and tables of your own.

    Any installed package may have some. plugins = false in settings.toml turns all of them off.
    """
    from drafter import plugins as known
    from drafter.resources import own
    from drafter.shapes.plugins import plugins_shape

    allowed = known.allowed()
    found = [(plugin, _problem(plugin) if allowed else None) for plugin in known.installed()]
    if as_json:
        print_json(plugins_shape(found, allowed=allowed))
        return
    for plugin, problem in found:
        click.echo(f"{plugin.group.removeprefix('drafter.'):7} {plugin.name}  {plugin.package} {plugin.version}")
        if problem:
            tell(f"drafter: {problem}")
    if not found:
        tell("no package with a plug-in is installed")
    elif not allowed:
        tell(f"none of them is used: {own('settings.toml')} says plugins = false")


def _problem(plugin: Plugin) -> DrafterError | None:
    """Why a plug-in cannot be loaded."""
    try:
        plugin.load()
    except DrafterError as error:
        return error
    return None
