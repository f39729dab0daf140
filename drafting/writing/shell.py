# SPDX-License-Identifier: GPL-3.0-or-later
"""The web page around what is shown in it: it loads nothing, runs nothing, and follows light or dark."""

from __future__ import annotations

from html import escape
from string import Template

_PAGE = Template("""<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>$title</title>
<style>
$style</style>
</head>
<body>
$body
</body>
</html>
""")


def web_page(title: str, style: str, body: str, language: str = "en-GB") -> str:
    """The page with this title as plain text, its style sheet, and its body as HTML."""
    return _PAGE.substitute(title=escape(title), style=style, body=body, language=escape(language))
