"""The settings in `tuiapp/config.toml` below the folder for configuration, or every fault with its place.

`file` finds and reads the file, `checks` and `keymap` say what is wrong with its values, `places` knows the line of
each, `sample` writes a file with the defaults. Settings are defaults only: the options of a command win over them.
"""

from tuiapp.config.file import read
from tuiapp.config.settings import Settings, SettingsError

__all__ = ["Settings", "SettingsError", "read"]
