using System.Globalization;
namespace Coxswain.Platform.Lists;

/// <summary>What a list sorts and filters by as its address writes it.</summary>
internal static class KeyText
{
    public static string Of(object key) => key switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(key, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Null where it cannot be read.</summary>
    public static object? Read(Type key, string text)
    {
        var type = Nullable.GetUnderlyingType(key) ?? key;
        if (type == typeof(string)) return text;
        if (type == typeof(Guid)) return Guid.TryParse(text, out var id) ? id : null;
        if (type == typeof(DateOnly)) return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (type == typeof(DateTime)) return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null;
        if (type.IsEnum) return Enum.TryParse(type, text, ignoreCase: true, out var name) ? name : null;
        if (type == typeof(double)) return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null;
        if (type == typeof(int)) return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var small) ? small : null;
        return long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
