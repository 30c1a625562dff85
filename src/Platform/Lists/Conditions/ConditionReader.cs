using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists.Conditions;

/// <summary>Conditions of a list cannot be read, or ask for a column that is not there.</summary>
/// <param name="message">What is wrong and what is understood.</param>
public sealed class WrongConditionException(string message) : RefusalException(Outcome.Invalid("where", message));

/// <summary>Reads conditions as an address writes them.</summary>
public sealed class ConditionReader
{
    private const int Longest = 4_000, MostTests = 60, Deepest = 6;

    private readonly string _text;
    private int _at, _tests;

    private ConditionReader(string text) => _text = text;

    /// <exception cref="WrongConditionException">It cannot be read.</exception>
    public static Condition Read(string text)
    {
        if (text.Length > Longest) throw new WrongConditionException(T("The conditions are too long: at most {0} characters.", Longest));
        var reader = new ConditionReader(text);
        var condition = reader.Any(0);
        return reader.Peek() is null ? condition : throw reader.Wrong();
    }

    private Condition Any(int depth) => Chain("or", isAny: true, () => Chain("and", isAny: false, () => One(depth)));

    private Condition Chain(string word, bool isAny, Func<Condition> next)
    {
        List<Condition> parts = [next()];
        while (Word(word)) parts.Add(next());
        return parts is [var only] ? only : new Condition.Several(isAny, parts);
    }

    private Condition One(int depth)
    {
        if (depth > Deepest || ++_tests > MostTests) throw new WrongConditionException(T("These are too many conditions at once."));
        if (Peek() is not '(') return Test();
        _at++;
        var inner = Any(depth + 1);
        if (Peek() is not ')') throw Wrong();
        _at++;
        return inner;
    }

    private Condition.Test Test()
    {
        var column = Bare();
        if (column.Length == 0 || Peek() is null) throw Wrong();
        foreach (var (how, sign) in Condition.AllSigns)
            if (_text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal))
            {
                _at += sign.Length;
                return new Condition.Test(column, how, Value());
            }
        throw Wrong();
    }

    private string Value()
    {
        if (Peek() is not '"') return Bare() is { Length: > 0 } word ? word : throw Wrong();
        var value = new System.Text.StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            if (_text[_at] == '"') { _at++; return value.ToString(); }
            if (_text[_at] == '\\' && _at + 1 < _text.Length) _at++;
            value.Append(_text[_at]);
        }
        throw Wrong();
    }

    private string Bare()
    {
        Peek();
        var from = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '.' or ':' or '+' or '-')) _at++;
        return _text[from.._at];
    }

    private bool Word(string word)
    {
        Peek();
        var from = _at;
        if (Bare().Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        _at = from;
        return false;
    }

    private char? Peek()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
        return _at < _text.Length ? _text[_at] : null;
    }

    private WrongConditionException Wrong() => new(T("The conditions cannot be read from “{0}” on: they are written like amount >= 5000 and (tier = A or tier = B).", _at < _text.Length ? _text[_at..Math.Min(_text.Length, _at + 30)] : T("the end")));
}
