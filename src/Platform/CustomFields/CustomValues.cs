using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coxswain.Platform.Data;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.CustomFields;

/// <summary>
/// The values of a record's own fields: one JSON object by key. Text, dates (yyyy-MM-dd), choices and keys of links are strings, numbers and
/// amounts numbers, several choices an array. Beside a text stands its folded form under "~key", beside an amount its currency under "$key".
/// </summary>
public static class CustomValues
{
    // Letters of any script as they are, so that a look inside finds them.
    internal static readonly JsonSerializerOptions Plainly = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };

    /// <summary>What programs read and send the currency of an amount under, behind its key.</summary>
    internal const string CurrencyWord = "Currency";

    /// <summary>What programs read the reason under why a formula has no value.</summary>
    internal const string ProblemWord = "Problem";

    private const string Folded = "~", CurrencyOf = "$", Wrong = "!";

    /// <summary>The object; empty for none.</summary>
    public static JsonObject Read(string? json) => json is null ? [] : JsonNode.Parse(json)!.AsObject();

    /// <summary>As it is kept: keys in order, null for nothing.</summary>
    public static string? Write(JsonObject values) =>
        values.Count == 0 ? null : new JsonObject(values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => KeyValuePair.Create(v.Key, v.Value?.DeepClone()))).ToJsonString(Plainly);

    /// <summary>Puts the values on a record, where they say anything else than what stands there.</summary>
    public static void Keep(IHasCustomFields row, JsonObject values)
    {
        // An engine may keep the keys in an order of its own.
        if (!JsonNode.DeepEquals(Read(row.CustomFields), values)) row.CustomFields = Write(values);
    }

    /// <summary>Sets a value; null takes it away.</summary>
    public static void Set(JsonObject values, CustomField field, JsonNode? value, string? currency = null)
    {
        foreach (var key in (string[])[field.Key, Folded + field.Key, CurrencyOf + field.Key, Wrong + field.Key]) values.Remove(key);
        if (value is null) return;
        values[field.Key] = value;
        if (field.Type is CustomFieldType.Text) values[Folded + field.Key] = Folding.Fold(value.GetValue<string>());
        if (field.Type is CustomFieldType.Money && currency is not null) values[CurrencyOf + field.Key] = currency;
    }

    /// <summary>Gives a field the value that it has elsewhere, with what stands beside it.</summary>
    public static void Copy(JsonObject from, CustomField field, JsonObject to, CustomField into)
    {
        Set(to, into, null);
        foreach (var beside in (string[])["", Folded, CurrencyOf, Wrong]) if (from[beside + field.Key] is { } value) to[beside + into.Key] = value.DeepClone();
    }

    /// <summary>The fields, as forms name them, in which two records' values differ.</summary>
    public static IEnumerable<string> Differing(JsonObject one, JsonObject other) =>
        one.Concat(other).Select(v => v.Key.TrimStart(Folded[0], CurrencyOf[0], Wrong[0])).Distinct().Where(k => !((string[])["", CurrencyOf]).All(b => JsonNode.DeepEquals(one[b + k], other[b + k]))).Select(k => CustomField.Prefix + k);

    /// <summary>Says why a formula has no value.</summary>
    public static void SetWrong(JsonObject values, CustomField field, string why)
    {
        Set(values, field, null);
        values[Wrong + field.Key] = why;
    }

    /// <summary>The key under which a list filters and sorts a field.</summary>
    internal static string SortKey(CustomField field) => field.Type is CustomFieldType.Text ? Folded + field.Key : field.Key;

    /// <summary>The key under which the currency of an amount stands.</summary>
    internal static string CurrencyKey(CustomField field) => CurrencyOf + field.Key;

    public static string? Currency(JsonObject values, CustomField field) => (string?)values[CurrencyOf + field.Key];

    /// <summary>The number of a field that counts; null where there is none.</summary>
    public static decimal? Number(JsonObject values, string key) => values[key] is JsonValue value && value.TryGetValue<decimal>(out var number) ? number : values[key] is JsonValue other && other.TryGetValue<double>(out var real) ? (decimal)real : null;

    public static IReadOnlyList<string> Several(JsonObject values, string key) => values[key] is JsonArray all ? [.. all.Select(v => (string)v!)] : [];

    /// <summary>The values a new record begins with, as an address says them: links by the id of what they lead to, answers as they are called.</summary>
    public static string? Begun(IReadOnlyList<CustomField> fields, IReadOnlyDictionary<string, string> said)
    {
        var values = new JsonObject();
        foreach (var field in fields)
            if (said.TryGetValue(field.Name, out var text) && (field.Type is CustomFieldType.Link && Guid.TryParse(text, out _) || field.Type is CustomFieldType.Choice && field.Answers.Contains(text))) Set(values, field, text);
        return Write(values);
    }

    /// <summary>As people read it; null for nothing.</summary>
    /// <param name="values">The record's values.</param>
    /// <param name="field">The field.</param>
    /// <param name="names">What linked records are called.</param>
    public static string? Shown(JsonObject values, CustomField field, IReadOnlyDictionary<Guid, string>? names = null)
    {
        if (values[Wrong + field.Key] is { } wrong) return T("cannot be computed: {0}", WrongWords((string)wrong!));
        if (values[field.Key] is not { } value) return null;
        return field.Type switch
        {
            CustomFieldType.Number => Number(values, field.Key)?.ToString("#,0.######", CultureInfo.CurrentCulture),
            // Nobody reads what is computed to the sixth digit.
            CustomFieldType.Formula => Number(values, field.Key)?.ToString("#,0.##", CultureInfo.CurrentCulture) ?? value.ToString(),
            CustomFieldType.Money => Number(values, field.Key) is { } amount ? MoneyText.Written(amount.ToString(amount == Math.Truncate(amount) ? "N0" : "N2", CultureInfo.CurrentCulture), Currency(values, field) ?? "") : null,
            CustomFieldType.Date => DateOnly.TryParseExact((string)value!, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DayText.Whole(day) : (string)value!,
            CustomFieldType.Choices => string.Join(", ", Several(values, field.Key)),
            CustomFieldType.Link => names is null ? (string)value! : Guid.TryParse((string)value!, out var id) ? names.GetValueOrDefault(id) ?? T("not here any more") : null,
            _ => (string)value!,
        };
    }

    /// <summary>As its input holds it.</summary>
    public static string? Typed(JsonObject values, CustomField field, IReadOnlyDictionary<Guid, string>? names = null) => field.Type switch
    {
        CustomFieldType.Number or CustomFieldType.Money => Number(values, field.Key)?.ToString("0.######", CultureInfo.CurrentCulture),
        CustomFieldType.Choices => string.Join(',', Several(values, field.Key)),
        CustomFieldType.Link => Shown(values, field, names),
        _ => (string?)values[field.Key]?.ToString(),
    };

    /// <summary>As programs read it: by key, with the currency of an amount and why a formula has no value, without what else stands beside the values.</summary>
    public static JsonObject? Plain(string? json)
    {
        if (json is null) return null;
        var plain = new JsonObject();
        foreach (var (key, value) in Read(json).OrderBy(v => v.Key.TrimStart(CurrencyOf[0], Wrong[0]), StringComparer.Ordinal))
        {
            if (key.StartsWith(Folded, StringComparison.Ordinal)) continue;
            if (key.StartsWith(Wrong, StringComparison.Ordinal)) (plain[key[1..]], plain[key[1..] + ProblemWord]) = (null, (string?)value is "zero" ? "divides_by_zero" : "counts_with_text");
            else plain[key.StartsWith(CurrencyOf, StringComparison.Ordinal) ? key[1..] + CurrencyWord : key] = value?.DeepClone();
        }
        return plain;
    }

    /// <summary>The values as they are kept, without those that are hidden.</summary>
    /// <param name="json">All of them.</param>
    /// <param name="kind">The kind of the record, or the key of its object.</param>
    /// <param name="hidden">Kind and key of each hidden field, one a line.</param>
    public static string? Without(string? json, string kind, string hidden)
    {
        if (json is null) return null;
        var values = Read(json);
        foreach (var line in hidden.Split('\n'))
        {
            var (of, key) = (line[..line.IndexOf('/', StringComparison.Ordinal)], line[(line.IndexOf('/', StringComparison.Ordinal) + 1)..]);
            if (of == kind || of == CustomObjects.CustomObject.Prefix + kind) foreach (var each in (string[])[key, Folded + key, CurrencyOf + key, Wrong + key]) values.Remove(each);
        }
        return values.Count == 0 ? null : values.ToJsonString(Plainly);
    }

    /// <summary>What the search keeps of a link: it is found by what that leads to. A letter before it, or an engine reads some keys as numbers.</summary>
    internal static string LinkWord(Guid id) => $"l{id:N}";

    /// <summary>All words in it, for the search, its numbers as they are written down and what it leads to; an amount is nobody's name.</summary>
    public static string Words(string? json)
    {
        if (json is null) return "";
        var values = Read(json);
        return string.Join(' ', values.Where(v => !v.Key.StartsWith(Folded, StringComparison.Ordinal) && !v.Key.StartsWith(CurrencyOf, StringComparison.Ordinal) && !v.Key.StartsWith(Wrong, StringComparison.Ordinal))
            .SelectMany(v => v.Value is JsonValue number && number.GetValueKind() is JsonValueKind.Number ? values.ContainsKey(CurrencyOf + v.Key) ? [] : [number.ToJsonString()] : Texts(v.Value)).Select(t => Guid.TryParse(t, out var id) ? LinkWord(id) : t));
    }

    private static IEnumerable<string> Texts(JsonNode? value) => value switch { JsonArray all => all.SelectMany(Texts), JsonValue one when one.GetValueKind() is JsonValueKind.String => [one.GetValue<string>()], _ => [] };

    private static string WrongWords(string why) => why switch { "zero" => T("it divides by zero"), _ => T("it counts with a text") };
}
