"""Runs cells in the Python of this machine, as src/components/python/runner.py runs them in the page, with a `plot`
that only keeps what it is given. In: JSON, a list of cells. Out: JSON, for each cell what it printed, the value of
its last line, its error and its lines."""

import ast
import contextlib
import io
import json
import sys

page = {"__name__": "__main__"}
lines = []


def plot(t, u, label="", xlabel="", ylabel=""):
    lines.append([list(map(float, t)), list(map(float, u)), label, xlabel, ylabel])


page["plot"] = plot


def execute(code):
    tree = ast.parse(code, "cell")
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, "cell", "exec"), page)
    value = eval(compile(last, "cell", "eval"), page) if last else None
    return None if value is None else repr(value)


def run(code):
    lines.clear()
    result = {}
    with contextlib.redirect_stdout(io.StringIO()) as output:
        try:
            result["value"] = execute(code)
        except Exception as error:
            result["error"] = type(error).__name__
    return {**result, "output": output.getvalue(), "lines": list(lines)}


json.dump([run(code) for code in json.load(sys.stdin)], sys.stdout)
