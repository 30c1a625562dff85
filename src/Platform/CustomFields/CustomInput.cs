using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
namespace Coxswain.Platform.CustomFields;

/// <summary>What was sent for a record's own fields, by key: of a form the fields named <c>cf.key</c>, of a program one object.</summary>
[JsonConverter(typeof(CustomInputJson))]
public sealed class CustomInput(IReadOnlyDictionary<string, IReadOnlyList<string>> values, CultureInfo culture)
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values => values;

    /// <summary>How numbers and days in it are written.</summary>
    public CultureInfo Culture => culture;

    internal static CustomInput Of(IFormCollection? form, CultureInfo culture) =>
        new((form ?? FormCollection.Empty).Where(f => f.Key.StartsWith(CustomField.Prefix, StringComparison.Ordinal))
            .ToDictionary(f => f.Key[CustomField.Prefix.Length..], f => (IReadOnlyList<string>)[.. f.Value.OfType<string>().Where(v => v.Trim().Length > 0)]), culture);
}

internal sealed class CustomInputJson : JsonConverter<CustomInput>
{
    public override CustomInput Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind is not JsonValueKind.Object) throw new JsonException("An object by field.", "$.custom", null, null);
        return new CustomInput(document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => (IReadOnlyList<string>)[.. Texts(p.Value)]), CultureInfo.InvariantCulture);
    }

    public override void Write(Utf8JsonWriter writer, CustomInput value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Values, options);

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => value.GetString() is { } text && text.Trim().Length > 0 ? [text] : [],
        _ => [value.GetRawText()],
    };
}
