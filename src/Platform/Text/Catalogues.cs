using System.Collections.Frozen;
using System.Globalization;

namespace Coxswain.Platform.Text;

/// <summary>Every translation by culture name, frozen for reading.</summary>
internal sealed class Catalogues(IReadOnlyDictionary<string, Dictionary<string, Translation>> texts)
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, Translation>> _texts =
        texts.ToFrozenDictionary(t => t.Key, t => t.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);

    public static readonly Catalogues None = new(new Dictionary<string, Dictionary<string, Translation>>());

    public IReadOnlyCollection<string> Cultures => _texts.Keys;

    /// <summary>The translation in the culture or the nearest parent that has one; <paramref name="asked"/> is the nearest culture with a catalogue.</summary>
    public Translation? Find(CultureInfo culture, string english, out string? asked)
    {
        asked = null;
        for (; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (!_texts.TryGetValue(culture.Name, out var catalogue)) continue;
            if (catalogue.TryGetValue(english, out var found)) return found;
            // What "en-GB" does not spell otherwise is not missing.
            if (culture.TwoLetterISOLanguageName != "en") asked ??= culture.Name;
        }

        return null;
    }
}
