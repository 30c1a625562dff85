using System.Buffers;
using System.Text;
using Coxswain.Platform.Money;
namespace Coxswain.Platform.Tabular;

/// <summary>
/// Writes a CSV file by RFC 4180 row by row to any stream, a response included. Text is safe to open in a spreadsheet; numbers stay numbers;
/// null is an empty field.
/// </summary>
public sealed class TableWriter(Stream stream, TableStyle? style = null) : IAsyncDisposable
{
    private const int Full = 32 * 1024;
    private static readonly UTF8Encoding Utf8 = new(false);

    private readonly TableStyle style = style ?? TableStyle.Plain;
    private readonly StringBuilder pending = new(style is { ByteOrderMark: true } ? "\uFEFF" : "");
    private readonly SearchValues<char> quoted = SearchValues.Create(['"', '\r', '\n', (style ?? TableStyle.Plain).Separator]);
    private bool begun;

    /// <summary>Rows ended so far, the header included.</summary>
    public long Rows { get; private set; }

    /// <summary>The header row.</summary>
    public ValueTask HeaderAsync(IEnumerable<string> names, CancellationToken ct = default)
    {
        foreach (var name in names) Text(name);
        return EndRowAsync(ct);
    }

    public TableWriter Text(string? value) => Field(value is null ? "" : FormulaGuard.Add(value));
    public TableWriter Whole(long? value) => Field(value?.ToString(style.Culture) ?? "");
    public TableWriter Number(decimal? value) => Field(value?.ToString(style.Culture) ?? "");
    public TableWriter Number(double? value) => Field(value is { } number && double.IsFinite(number) ? number.ToString("R", style.Culture) : "");
    public TableWriter YesNo(bool? value) => Field(value switch { true => "true", false => "false", null => "" });
    public TableWriter Date(DateOnly? value) => Field(value?.ToString(style.DatePattern, style.Culture) ?? "");

    /// <summary>Money in major units, with as many decimals as the currency has; the currency goes into a column of its own.</summary>
    public TableWriter Money(long? minor, string currency) => Field(minor is { } units ? Exact(units, Minor.Digits(currency)).ToString("F" + Minor.Digits(currency), style.Culture) : "");

    /// <summary>A moment in UTC, by ISO 8601.</summary>
    public TableWriter Moment(DateTime? utc) => Field(utc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) ?? "");

    /// <summary>Ends the row; now and then what has gathered goes to the stream.</summary>
    public ValueTask EndRowAsync(CancellationToken ct = default)
    {
        pending.Append("\r\n");
        begun = false;
        Rows++;
        return pending.Length < Full ? ValueTask.CompletedTask : new(SendAsync(ct));
    }

    /// <summary>Sends what has gathered; the stream stays open.</summary>
    public async ValueTask DisposeAsync()
    {
        await SendAsync(CancellationToken.None);
        await stream.FlushAsync();
    }

    private TableWriter Field(string value)
    {
        if (begun) pending.Append(style.Separator);
        begun = true;
        if (value.AsSpan().IndexOfAny(quoted) < 0 && !Padded(value)) pending.Append(value);
        else pending.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return this;
    }

    private async Task SendAsync(CancellationToken ct)
    {
        var bytes = Utf8.GetBytes(pending.ToString());
        pending.Clear();
        await stream.WriteAsync(bytes, ct);
    }

    // Some readers trim what is not quoted.
    private static bool Padded(string value) => value.Length > 0 && (value[0] == ' ' || value[^1] == ' ');

    private static decimal Exact(long minor, int digits)
    {
        decimal major = minor;
        for (; digits > 0; digits--) major /= 10;
        return major;
    }
}
