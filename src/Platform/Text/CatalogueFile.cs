using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Coxswain.Platform.Text;

/// <summary>
/// Reads the embedded catalogues of an assembly: <c>{ "English": "Deutsch", "{0} deals": { "one": "ein Geschäft", "other": "{0} Geschäfte" } }</c>.
/// Every form is checked here, so that a slip of a translator stops the start and not a page.
/// </summary>
internal static partial class CatalogueFile
{
    private const string Folder = "Texts/", Extension = ".json";

    public static IEnumerable<(string Culture, Dictionary<string, Translation> Texts)> All(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(Folder, StringComparison.Ordinal) || !name.EndsWith(Extension, StringComparison.Ordinal)) continue;
            using var json = assembly.GetManifestResourceStream(name)!;
            yield return (name[Folder.Length..^Extension.Length], Read(name, json));
        }
    }

    internal static Dictionary<string, Translation> Read(string name, Stream json)
    {
        var language = name[Folder.Length..^Extension.Length].Split('-')[0].ToLowerInvariant();
        var texts = new Dictionary<string, Translation>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            foreach (var text in document.RootElement.EnumerateObject())
            {
                if (!texts.TryAdd(text.Name, Checked(language, text))) throw new InvalidDataException($"\"{text.Name}\" stands there twice.");
            }
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{name}: {e.Message}", e);
        }

        return texts;
    }

    private static Translation Checked(string language, JsonProperty text)
    {
        var forms = text.Value.ValueKind is JsonValueKind.Object
            ? text.Value.EnumerateObject().ToDictionary(f => Form(text.Name, f.Name), f => f.Value.GetString() ?? "")
            : new() { [PluralForm.Other] = text.Value.GetString() ?? "" };
        if (!forms.ContainsKey(PluralForm.Other)) throw new InvalidDataException($"\"{text.Name}\" lacks the form \"other\".");

        var given = Arguments(text.Name);
        foreach (var form in forms.Values)
        {
            if (form.Length is 0) throw new InvalidDataException($"\"{text.Name}\" is translated by nothing.");
            if (given.Count > 0) System.Text.CompositeFormat.Parse(form);
            if (!Arguments(form).IsSubsetOf(given)) throw new InvalidDataException($"\"{form}\" names an argument that \"{text.Name}\" lacks.");
        }

        return new(language, forms);
    }

    private static PluralForm Form(string english, string name) =>
        Enum.TryParse<PluralForm>(name, ignoreCase: true, out var form) && !char.IsDigit(name[0])
            ? form
            : throw new InvalidDataException($"\"{english}\" has a form \"{name}\"; known are zero, one, two, few, many, other.");

    private static HashSet<string> Arguments(string text) => [.. Argument().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"(?<!\{)(?:\{\{)*\{(\d+)[^{}]*\}")]
    private static partial Regex Argument();
}
