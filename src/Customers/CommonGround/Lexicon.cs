using Coxswain.Platform.Data;
namespace Coxswain.Customers.CommonGround;

/// <summary>Words and phrases of one matter, looked for as whole words and whatever their case and accents. A star stands for any ending.</summary>
internal sealed class Lexicon
{
    private readonly ILookup<string, Word[]> _exact;
    private readonly Word[][] _stems;

    private Lexicon(IEnumerable<Word[]> entries)
    {
        var all = entries.ToLookup(e => e[0].IsStem);
        (_exact, _stems) = (all[false].ToLookup(e => e[0].Text, StringComparer.Ordinal), [.. all[true]]);
    }

    private readonly record struct Word(string Text, bool IsStem)
    {
        public bool Is(string word) => IsStem ? word.StartsWith(Text, StringComparison.Ordinal) : word == Text;
    }

    /// <summary>Reads a list that is kept with the program: lines of entries parted by commas, remarks behind a #.</summary>
    public static Lexicon Of(string name)
    {
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream($"{typeof(Lexicon).Namespace}.Lexicon.{name}.txt")!);
        return new(reader.ReadToEnd().Split('\n').Where(l => !l.StartsWith('#')).SelectMany(l => l.Split(',')).Select(Entry).Where(e => e.Length > 0));
    }

    /// <summary>Whether it has something of what the words say.</summary>
    public bool IsIn(string[] words) => Enumerable.Range(0, words.Length).Any(at => LengthAt(words, at) > 0);

    /// <summary>The words without what stands in the list; what is left does not close up to phrases it never was.</summary>
    public string[] TakenFrom(string[] words)
    {
        var left = words.ToArray();
        for (var at = 0; at < words.Length; at++) Array.Fill(left, "", at, LengthAt(words, at));
        return left;
    }

    private int LengthAt(string[] words, int at) => _exact[words[at]].Concat(_stems).Where(e => StandsAt(e, words, at)).Select(e => e.Length).DefaultIfEmpty().Max();

    private static bool StandsAt(Word[] entry, string[] words, int at) => at + entry.Length <= words.Length && entry.Index().All(w => w.Item.Is(words[at + w.Index]));

    private static Word[] Entry(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(w => new Word(Folding.Fold(w.TrimEnd('*')), w.EndsWith('*')))];
}
