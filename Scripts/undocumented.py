#!/usr/bin/env python3
"""Names the public symbols of the library that nothing is said of, and fails where there are any.

    Scripts/undocumented.py FOLDER MODULE...

The folder holds the symbol graphs that `swift package dump-symbol-graph` has written.
"""

import glob
import json
import os
import sys


def undocumented(folder, module):
    """The public symbols of a module that stand in its sources without a comment."""
    own = os.path.join(folder, module + ".symbols.json")
    # What it adds to the types of other modules stands in graphs of their own.
    for path in [own] + sorted(glob.glob(os.path.join(folder, module + "@*.symbols.json"))):
        with open(path, encoding="utf-8") as file:
            graph = json.load(file)
        # What a protocol or a parent says of a member is said of the member too.
        inherited = {relation["source"] for relation in graph["relationships"]
                     if relation["kind"] in ("overrides", "defaultImplementationOf")
                     or "sourceOrigin" in relation}
        for symbol in graph["symbols"]:
            if symbol["accessLevel"] not in ("public", "open") or "location" not in symbol:
                continue
            identifier = symbol["identifier"]["precise"]
            if "docComment" not in symbol and identifier not in inherited:
                place = symbol["location"]
                line = place["position"]["line"] + 1
                yield f"{os.path.relpath(place['uri'].removeprefix('file://'))}:{line}: " \
                      f"{'.'.join(symbol['pathComponents'])}"


def main():
    folder, modules = sys.argv[1], sys.argv[2:]
    if not modules:
        sys.exit(__doc__)
    for module in modules:
        if not os.path.exists(os.path.join(folder, module + ".symbols.json")):
            sys.exit(f"There is no symbol graph of {module} in {folder}.")
    missing = [entry for module in modules for entry in undocumented(folder, module)]
    for entry in missing:
        print(entry)
    if missing:
        sys.exit(f"{len(missing)} public symbols have no documentation.")
    print(f"Every public symbol of {len(modules)} modules is documented.")


main()
