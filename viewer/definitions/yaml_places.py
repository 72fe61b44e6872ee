"""Where the parts of a YAML text stand in it, for those who change a part and leave the rest as it is."""

from __future__ import annotations

from typing import Any


def value_of(mapping: Any, name: str) -> Any:
    """Return the value of a mapping's key as a node; None where it has no such key."""
    return next((value for key, value in mapping.value if key.value == name), None)


def end_of(node: Any) -> int:
    """Return where a value's last word ends: a block's own end lies behind the blank lines and comments below it."""
    # A list that stands as far left as its key is neither block nor flow to the parser.
    if not isinstance(node.value, list) or not node.value or node.flow_style:
        return int(node.end_mark.index)
    last = node.value[-1]
    if not isinstance(last, tuple):
        return end_of(last)
    key, value = last
    # An alias stands elsewhere in the text; its name is on the line of the key.
    return end_of(value) if value.end_mark.index >= key.end_mark.index else int(key.end_mark.index)


def uses_of(root: Any) -> dict[int, int]:
    """Return how often each part of the text is named, by its identity: more than once by aliases."""
    import yaml

    used: dict[int, int] = {}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        used[id(node)] = used.get(id(node), 0) + 1
        if used[id(node)] > 1:
            continue
        if isinstance(node, yaml.MappingNode):
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
    return used
