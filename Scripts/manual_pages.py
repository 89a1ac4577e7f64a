#!/usr/bin/env python3
"""Writes the manual pages of the command and of each of its parts.

    rejoinder --experimental-dump-help | Scripts/manual_pages.py VERSION FOLDER

Everything they say comes from what the argument parser knows, so they say what `--help` says.
"""

import json
import os
import re
import sys


def escaped(text):
    """Text as roff prints it unchanged."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def bold(text):
    return "\\fB" + escaped(text) + "\\fR"


def italic(text):
    return "\\fI" + escaped(text) + "\\fR"


def written(name):
    return ("--" if name["kind"] == "long" else "-") + name["name"]


def placeholder(argument):
    return italic(argument.get("valueName", "value"))


def option(argument):
    """How an option is written, with its short form."""
    names = ", ".join(bold(written(name)) for name in argument["names"])
    return names + (" " + placeholder(argument) if argument["kind"] == "option" else "")


def usage(argument):
    if argument["kind"] == "positional":
        shown = placeholder(argument)
    else:
        shown = bold(written(argument["preferredName"]))
        if argument["kind"] == "option":
            shown += " " + placeholder(argument)
    if argument["isRepeating"]:
        shown += "..."
    return f"[{shown}]" if argument["isOptional"] else shown


def discussion(text):
    """Headings in capitals, examples as they stand, the rest as paragraphs."""
    lines = []
    is_example = False
    for line in text.split("\n"):
        is_indented = line.startswith("    ") or (is_example and line.startswith("  "))
        if is_indented != is_example:
            lines.append(".EX" if is_indented else ".EE")
            is_example = is_indented
        if re.fullmatch(r"[A-Z][A-Z ]+", line):
            lines.append(".SH " + line)
            # Commands stand under their heading.
            continue
        if not line.strip():
            lines.append(".PP")
        else:
            lines.append(escaped(line if is_indented else line.strip()))
            if line.startswith("  rejoinder"):
                lines.append(".br")
    if is_example:
        lines.append(".EE")
    return lines


def shown_parts(command):
    """The subcommands that have a page."""
    return [part for part in command.get("subcommands", [])
            if part.get("shouldDisplay", True) and part["commandName"] != "help"]


def page(command, parents, version):
    """The page of a command, and its file name."""
    name = " ".join(parents + [command["commandName"]])
    title = name.replace(" ", "-")
    arguments = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    subcommands = shown_parts(command)
    lines = [
        f'.TH {title.upper()} 1 "" "rejoinder {version}" "Rejoinder"',
        ".SH NAME",
        f"{escaped(title)} \\- {escaped(command.get('abstract', '').rstrip('.'))}",
        ".SH SYNOPSIS",
        bold(name) + (" " + italic("subcommand") if subcommands else ""),
    ]
    lines += [usage(argument) for argument in arguments]
    if command.get("discussion"):
        said = discussion(command["discussion"])
        lines += said if said[0].startswith(".SH") else [".SH DESCRIPTION"] + said
    if subcommands:
        lines.append(".SH SUBCOMMANDS")
        for part in subcommands:
            lines += [".TP", bold(f"{title}-{part['commandName']}") + "(1)",
                      escaped(part.get("abstract", ""))]
    if arguments:
        lines.append(".SH OPTIONS")
        for argument in arguments:
            is_positional = argument["kind"] == "positional"
            lines += [".TP", placeholder(argument) if is_positional else option(argument)]
            lines.append(escaped(argument.get("abstract", "") or "See the description."))
            if argument.get("defaultValue"):
                lines.append(f"The default is {bold(argument['defaultValue'])}.")
    if parents:
        lines += [".SH SEE ALSO", bold("-".join(parents)) + "(1)"]
    else:
        lines += [".SH SEE ALSO", ", ".join(
            bold(f"{title}-{part['commandName']}") + "(1)" for part in subcommands)]
    return title + ".1", "\n".join(lines) + "\n"


def write(command, parents, version, folder):
    name, text = page(command, parents, version)
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)
    for part in shown_parts(command):
        write(part, parents + [command["commandName"]], version, folder)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    version, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    write(json.load(sys.stdin)["command"], [], version, folder)


main()
