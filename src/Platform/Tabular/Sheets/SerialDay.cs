using System.Globalization;
namespace Coxswain.Platform.Tabular.Sheets;

/// <summary>Days as workbooks count them.</summary>
internal static class SerialDay
{
    private static readonly DateTime First1900 = new(1899, 12, 31), First1904 = new(1904, 1, 1);

    /// <summary>By ISO 8601, with the time where there is one; null beyond the calendar.</summary>
    public static string? Write(double serial, bool since1904)
    {
        if (serial is not (>= 0 and < 2_958_466)) return null;
        // The count since 1900 has a 29 February 1900, which never was.
        var day = since1904 ? First1904.AddSeconds(Seconds(serial)) : First1900.AddSeconds(Seconds(serial >= 60 ? serial - 1 : serial));
        return Write(day);
    }

    public static string Write(DateTime at) => at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Clock(double serial) => Span(serial);

    /// <summary>Hours, minutes and seconds; hours may be more than a day has.</summary>
    public static string Span(double days)
    {
        var seconds = (long)Seconds(Math.Abs(days));
        return string.Create(CultureInfo.InvariantCulture, $"{(days < 0 ? "-" : "")}{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    // Half an hour is 0.020833333333333332 of a day: whole seconds are what was meant.
    private static double Seconds(double days) => Math.Round(days * 86_400);
}

/// <summary>Numbers as a table holds them.</summary>
internal static class SheetNumber
{
    /// <summary>To the 15 digits a spreadsheet shows, and never so that the point could be taken for one between thousands.</summary>
    public static string Write(double value)
    {
        if (!decimal.TryParse(value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)) return value.ToString("R", CultureInfo.InvariantCulture);
        var text = exact.ToString("0.############################", CultureInfo.InvariantCulture);
        return text.IndexOf('.') is var point and > 0 && text.Length - point == 4 ? text + "0" : text;
    }
}
