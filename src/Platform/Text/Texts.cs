using System.Globalization;
using System.Reflection;

namespace Coxswain.Platform.Text;

/// <summary>
/// What people read, in their language. Meant for <c>using static</c>: <c>@T("Due {0}", date)</c>, <c>@N(deals, "one deal", "{0} deals")</c>.
/// The English source text is the key; a missing translation shows the English one and is listed in <see cref="Missing"/>.
/// Looked up by <see cref="CultureInfo.CurrentUICulture"/> and its parents; arguments are formatted by <see cref="CultureInfo.CurrentCulture"/>.
/// </summary>
public static class Texts
{
    private static readonly Lock Loading = new();
    private static readonly HashSet<Assembly> Loaded = [];
    private static readonly Dictionary<string, Dictionary<string, Translation>> Known = new(StringComparer.OrdinalIgnoreCase);
    private static readonly MissingTexts Absent = new();
    private static volatile Catalogues _catalogues = Catalogues.None;

    /// <summary>Translations asked for and not found, as (culture, English text), for cultures that have a catalogue. Each is listed once.</summary>
    public static IReadOnlyCollection<(string Culture, string English)> Missing => Absent.All;

    /// <summary>Cultures a catalogue was loaded for, by name, English not among them unless it has one.</summary>
    public static IReadOnlyCollection<string> Cultures => _catalogues.Cultures;

    /// <summary>A text, with {0}, {1}… replaced by the arguments. Without arguments the text is taken as it is, braces included.</summary>
    /// <exception cref="FormatException">The English text names an argument that was not given.</exception>
    public static string T(string english, params ReadOnlySpan<object?> args)
    {
        var culture = CultureInfo.CurrentUICulture;
        if (PseudoText.Is(culture)) return Filled(PseudoText.Of(english), args);
        return Filled(Found(culture, english)?.Other ?? english, args);
    }

    /// <summary>
    /// A text that depends on a whole number: <paramref name="one"/> and <paramref name="other"/> are its English forms, {0} is the count
    /// with group separators, further arguments follow as {1}… The key in a catalogue is <paramref name="other"/>.
    /// </summary>
    public static string N(long count, string one, string other, params ReadOnlySpan<object?> args)
    {
        object?[] all = [count.ToString("N0", CultureInfo.CurrentCulture), .. args];
        var culture = CultureInfo.CurrentUICulture;
        var english = Plural.Of("en", count) is PluralForm.One ? one : other;
        if (PseudoText.Is(culture)) return Filled(PseudoText.Of(english), all);
        return Filled(Found(culture, other)?.For(count) ?? english, all);
    }

    /// <summary>Adds the embedded catalogues <c>Texts/&lt;culture&gt;.json</c> of an assembly; once per assembly, at start.</summary>
    /// <exception cref="InvalidDataException">A catalogue is malformed, names an argument its English text lacks, or contradicts one loaded before.</exception>
    public static void Load(Assembly assembly)
    {
        lock (Loading)
        {
            if (!Loaded.Add(assembly)) return;
            foreach (var (culture, texts) in CatalogueFile.All(assembly)) Merge(culture, texts);
            _catalogues = new(Known);
        }
    }

    private static void Merge(string culture, Dictionary<string, Translation> texts)
    {
        if (!Known.TryGetValue(culture, out var known)) Known[culture] = known = [];
        foreach (var (english, translation) in texts)
        {
            if (!known.TryAdd(english, translation) && !known[english].Same(translation))
                throw new InvalidDataException($"Texts/{culture}.json: \"{english}\" is translated differently by two modules.");
        }
    }

    private static Translation? Found(CultureInfo culture, string english)
    {
        var catalogues = _catalogues;
        var found = catalogues.Find(culture, english, out var asked);
        if (found is null && asked is not null) Absent.Add(asked, english);
        return found;
    }

    private static string Filled(string text, ReadOnlySpan<object?> args) =>
        args.IsEmpty ? text : string.Format(CultureInfo.CurrentCulture, text, args);
}
