using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tabular;
namespace Coxswain.Platform.Exporting;

/// <summary>Values as text and back, so that what comes back is what was: nothing is guessed, trimmed or rounded.</summary>
internal static class OwnCell
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private const string Moments = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>The text of a value; null is an empty cell.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        string text => Guarded(text),
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        DateTime at => at.ToString(Moments, CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>The value that a text stands for.</summary>
    /// <exception cref="FormatException">It stands for none.</exception>
    public static object Value(string text, Type type)
    {
        if (type == typeof(string)) return Bare(text);
        if (type == typeof(bool)) return bool.Parse(text);
        if (type == typeof(Guid)) return Guid.Parse(text);
        if (type == typeof(int)) return int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (type == typeof(long)) return long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (type == typeof(double)) return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (type == typeof(decimal)) return decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
        if (type == typeof(DateOnly)) return DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (type == typeof(TimeOnly)) return TimeOnly.ParseExact(text, "HH:mm:ss", CultureInfo.InvariantCulture);
        if (type == typeof(DateTime)) return DateTime.ParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        return type.IsEnum && Enum.TryParse(type, text, out var one) && Enum.IsDefined(type, one) ? one : throw new FormatException();
    }

    /// <summary>The same JSON written the same way: one engine keeps it as it was written, and the other as it likes.</summary>
    public static string Alike(string json)
    {
        try { return JsonNode.Parse(json) is JsonObject kept ? new JsonObject(kept.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))).ToJsonString(Plain) : json; }
        catch (JsonException) { return json; }
    }

    /// <summary>An amount as people write it, in units of its currency.</summary>
    public static string? Major(long? minor, string? currency)
    {
        if (minor is not { } units) return null;
        var digits = Minor.Digits(currency ?? "");
        decimal major = units;
        for (var i = 0; i < digits; i++) major /= 10;
        return major.ToString("F" + digits, CultureInfo.InvariantCulture);
    }

    /// <summary>The minor units of an amount.</summary>
    /// <exception cref="FormatException">It is no amount.</exception>
    public static long OfMajor(string text, string? currency) => Minor.FromMajor(decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), currency ?? "");

    // A spreadsheet runs what begins like a formula, so such a text goes with an apostrophe before it; one that begins so by itself gets a second, and loses it on the way back.
    private static string Guarded(string text) => IsRisky(Begun(text)) ? "'" + text : text;

    private static string Bare(string text) => text.Length > 1 && text[0] == '\'' && IsRisky(Begun(text)) ? text[1..] : text;

    private static bool IsRisky(string text) => FormulaGuard.Add(text) != text;

    private static string Begun(string text) => text.TrimStart('\'');
}
