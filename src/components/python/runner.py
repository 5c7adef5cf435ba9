"""Runs the cells of a page, one after the other, in one namespace."""

import array
import ast
import json
import linecache
import random
import reprlib
import sys
import traceback
import types

from pyodide.ffi import to_js

# More than a reader reads; the page would drown in it.
MOST_CHARACTERS = 20_000
MOST_LINES = 1_000
MOST_PLOTTED = 12

# Python may come from memory that was kept at an earlier visit, with the random numbers of that one.
random.seed()

_page = types.ModuleType("__main__")
_page.__dict__["__annotations__"] = {}
sys.modules["__main__"] = _page
_post_plot = None
_plotted = 0


class OutputLimit(BaseException):
    """Not an Exception: `except Exception` in a loop must not catch it for ever."""


class Output:
    """sys.stdout: hands whole lines to the page, and ends a cell that writes without end."""

    encoding = "utf-8"

    def __init__(self, post):
        self.post = post
        self.held = ""
        self.characters = MOST_CHARACTERS
        self.lines = MOST_LINES

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        rows = text[: self.characters].split("\n")
        kept = "\n".join(rows[: self.lines]) + ("\n" if 0 < self.lines < len(rows) else "")
        self.characters -= len(kept)
        self.lines -= kept.count("\n")
        self.held += kept
        if len(kept) < len(text):
            self.flush()
            raise OutputLimit
        if "\n" in kept or len(self.held) > 200:
            self.flush()
        return len(text)

    def flush(self):
        if self.held:
            self.post(self.held)
        self.held = ""

    def isatty(self):
        return False

    def writable(self):
        return True


def _numbers(values, name):
    try:
        return array.array("d", values)
    except TypeError:
        raise TypeError(f"plot() draws two lists of numbers, but {name} is {reprlib.repr(values)}") from None


def plot(t, u, label="", xlabel="", ylabel=""):
    """Draws u over t, two lists of the same length, as a line in the figure of this cell."""
    global _plotted
    x, y = _numbers(t, "the first"), _numbers(u, "the second")
    if len(x) != len(y):
        raise ValueError(f"plot() needs as many values over as up, got {len(x)} and {len(y)}")
    if _plotted == MOST_PLOTTED:
        raise ValueError(f"a figure holds at most {MOST_PLOTTED} lines")
    _plotted += 1
    _post_plot(to_js(x), to_js(y), str(label or ""), str(xlabel), str(ylabel))


_page.plot = plot
_short = reprlib.Repr(maxlist=8, maxtuple=8, maxset=8, maxdict=8, maxarray=8, maxstring=400, maxother=400)


def _shown(value):
    if isinstance(value, (list, tuple, set, frozenset, dict, str, bytes, array.array)) and len(value) > 40:
        return _short.repr(value)
    text = repr(value)
    return text if len(text) <= 2_000 else text[:2_000] + "…"


def _execute(file, code):
    tree = ast.parse(code, file)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, file, "exec", dont_inherit=True), _page.__dict__)
    if last is None:
        return None
    value = eval(compile(last, file, "eval", dont_inherit=True), _page.__dict__)
    return None if value is None else _shown(value)


def _described(error, file):
    kind = "OutputLimit" if isinstance(error, OutputLimit) else type(error).__name__
    try:
        last = list(traceback.TracebackException.from_exception(error).format_exception_only())[-1].strip()
        message = last.partition(": ")[2]
    except MemoryError:
        message = ""
    frames = [
        {
            "file": frame.f_code.co_filename,
            "line": line,
            "name": frame.f_code.co_name,
            "text": linecache.getline(frame.f_code.co_filename, line).strip(),
        }
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    described = {"type": kind, "message": message, "frames": frames}
    if isinstance(error, SyntaxError) and error.filename == file and error.lineno:
        text = linecache.getline(file, error.lineno).rstrip("\n")
        frames.append({"file": file, "line": error.lineno, "name": "<module>", "text": text.strip()})
        described["column"] = max(0, (error.offset or 1) - 1 - (len(text) - len(text.lstrip())))
        described["message"] = error.msg
    return described


def run(file, code, post_output, post_plot):
    """Runs one cell; returns its value or its error as JSON."""
    global _post_plot, _plotted
    _post_plot, _plotted = post_plot, 0
    sys.stdout = sys.stderr = output = Output(post_output)
    linecache.cache[file] = (len(code), None, [line + "\n" for line in code.split("\n")], file)
    result = {}
    try:
        result["value"] = _execute(file, code)
    except BaseException as error:
        result["error"] = _described(error, file)
        traceback.clear_frames(error.__traceback__)
    output.flush()
    return json.dumps(result)
