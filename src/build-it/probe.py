"""Runs the cells of a page again, unseen and with other numbers, and reads what they made of them. It stands in a copy of
the names of runner.py, whose way to describe an error it shares; the worker calls `probe`."""

import math

PLAIN = (ast.Constant, ast.UnaryOp, ast.BinOp, ast.operator, ast.unaryop)
MOST_VALUES = 200_000


class Unseen:
    """sys.stdout of a run that nobody sees; it remembers whether something was printed."""

    encoding = "utf-8"

    def __init__(self):
        self.printed = False

    def write(self, text):
        self.printed = self.printed or bool(str(text).strip())
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False

    def writable(self):
        return True


def _is_plain(node):
    """A number, or arithmetic of numbers: 2, -70, 5 * 2."""
    return all(
        isinstance(part, PLAIN) and not (isinstance(part, ast.Constant) and type(part.value) not in (int, float))
        for part in ast.walk(node)
    )


def _given(target, value, numbers):
    """What stands on the right of =, with the numbers of the case in place of the reader's."""
    if isinstance(target, ast.Name) and target.id in numbers and _is_plain(value):
        return ast.copy_location(ast.Constant(numbers[target.id]), value)
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        value.elts = [_given(name, each, numbers) for name, each in zip(target.elts, value.elts)]
    return value


def _with_numbers(file, code, numbers):
    tree = ast.parse(code, file)
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                statement.value = _given(target, statement.value, numbers)
        elif isinstance(statement, ast.AnnAssign) and statement.value:
            statement.value = _given(statement.target, statement.value, numbers)
    ast.fix_missing_locations(tree)
    return compile(tree, file, "exec", dont_inherit=True)


def _number(value):
    try:
        number = float(value)
    except OverflowError:
        number = math.inf if value > 0 else -math.inf
    # JSON has no word for these; they travel as text.
    return number if math.isfinite(number) else str(number).replace("inf", "Infinity").replace("nan", "NaN")


def _is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _in_words(value):
    words = {
        type(None): "None, which is nothing",
        bool: "True or False",
        str: "a text",
        dict: "a dictionary",
        set: "a set",
        types.FunctionType: "a function",
        types.GeneratorType: "a generator",
    }
    return words.get(type(value), f"of the kind {type(value).__name__}")


def _read(value):
    if value is ...:
        return {"kind": "dots"}
    if value is None:
        return {"kind": "none"}
    if _is_number(value):
        return {"kind": "number", "value": _number(value)}
    if not isinstance(value, (list, tuple, array.array)):
        return {"kind": "other", "words": _in_words(value)}
    if len(value) > MOST_VALUES:
        return {"kind": "other", "words": f"a list of {len(value)} values"}
    for place, each in enumerate(value):
        if not _is_number(each):
            inner = "another list" if isinstance(each, (list, tuple)) else _in_words(each)
            return {"kind": "other", "words": f"a list whose element {place} is {inner}"}
    return {"kind": "numbers", "values": [_number(each) for each in value]}


def _call(space, name, arguments):
    seen = sys.stdout = Unseen()
    read = _read(space[name](*arguments))
    return {**read, "printed": seen.printed}


def _answer(cells, case, names):
    space = {"__name__": "__main__", "__annotations__": {}, "plot": lambda *args, **options: None}
    sys.stdout = sys.stderr = Unseen()
    answer = {"values": {}, "calls": []}
    file = ""
    try:
        for file, code in cells:
            exec(_with_numbers(file, code, case["set"]), space)
        answer["values"] = {name: _read(space[name]) for name in names if name in space}
        if case["calls"] and callable(space.get(case["function"])):
            answer["calls"] = [_call(space, case["function"], each) for each in case["calls"]]
    except BaseException as error:
        answer["error"] = _described(error, file)
        traceback.clear_frames(error.__traceback__)
    return answer


def probe(request):
    """@param request JSON: cells [[file, code]], cases [{set: {name: number}, function, calls: [[argument]]}],
    names to read
    Returns JSON: one answer for each case."""
    asked = json.loads(request)
    return json.dumps([_answer(asked["cells"], case, asked["names"]) for case in asked["cases"]], allow_nan=False)
