using System.Text;
using System.Text.Json.Nodes;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Erasing;

/// <summary>Takes the texts that name a person out of what was written down beside their record: remarks, samples, titles.</summary>
public sealed class Blot
{
    /// <summary>What stands instead.</summary>
    public const string Mark = "▇▇▇";

    private readonly IReadOnlyList<string> _values;

    /// <param name="values">What names them: name, address, numbers. Nothing shorter than three letters or digits is looked for.</param>
    public Blot(IEnumerable<string?> values) => _values = [.. values.Select(Words).Where(v => v.Length >= 5).Distinct()];

    /// <summary>Whether the text names them, as whole words; case and accents do not count.</summary>
    public bool Names(string? text)
    {
        if (string.IsNullOrEmpty(text) || _values.Count == 0) return false;
        var words = Words(text);
        return _values.Any(v => words.Contains(v, StringComparison.Ordinal));
    }

    /// <summary>The text, or the mark where it names them.</summary>
    public string? Text(string? text) => Names(text) ? Mark : text;

    /// <summary>JSON in which every text that names them is the mark; the very same where none does.</summary>
    public string? Json(string? json)
    {
        var node = json is null ? null : JsonNode.Parse(json);
        return IsIn(node) ? Node(node)!.ToJsonString() : json;
    }

    private bool IsIn(JsonNode? node) => node switch
    {
        JsonArray array => array.Any(IsIn),
        JsonObject fields => fields.Any(f => Names(f.Key) || IsIn(f.Value)),
        JsonValue value => value.TryGetValue<string>(out var text) && Names(text),
        _ => false,
    };

    private JsonNode? Node(JsonNode? node) => node switch
    {
        JsonArray array => new JsonArray([.. array.Select(n => Node(n))]),
        JsonObject fields => new JsonObject(fields.Select(f => KeyValuePair.Create(Names(f.Key) ? Mark : f.Key, Node(f.Value)))),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Text(text)),
        _ => node?.DeepClone(),
    };

    // " petra brandt ": what is neither letter nor digit only parts.
    private static string Words(string? text)
    {
        var words = new StringBuilder(" ");
        foreach (var c in Folding.Fold(text))
        {
            if (char.IsLetterOrDigit(c)) words.Append(c);
            else if (words[^1] != ' ') words.Append(' ');
        }
        if (words[^1] != ' ') words.Append(' ');
        return words.ToString();
    }
}
