using System.Text;
namespace Coxswain.Platform.Lists;

/// <summary>What a list is asked for; every part of it stands in the address, so that it can be kept as a view and sent to a colleague.</summary>
public sealed record ListRequest
{
    public const int PageSize = 50;

    /// <summary>Column id, with a leading minus for descending.</summary>
    public string? Sort { get; init; }

    /// <summary>Where the page begins: the sort key and id of the row before it.</summary>
    public string? After { get; init; }

    /// <summary>Ids of the columns to show, comma separated; null shows the usual ones.</summary>
    public string? Columns { get; init; }

    /// <summary>Filters by column id.</summary>
    public QueryValues Query { get; init; } = QueryValues.Empty;

    public bool IsDown => Sort?.StartsWith('-') is true;

    public string? SortId => Sort?.TrimStart('-');
}

/// <summary>A place in a sorted list.</summary>
internal sealed record Cursor(string? Key, Guid Id)
{
    public override string ToString() => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Id:N}{(Key is null ? "0" : "1" + Key)}")).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    /// <summary>Null for a text nobody here wrote.</summary>
    public static Cursor? Read(string? text)
    {
        if (text is null) return null;
        try
        {
            var plain = Encoding.UTF8.GetString(Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=')));
            return plain.Length > 32 && Guid.TryParseExact(plain[..32], "N", out var id) ? new Cursor(plain[32] == '1' ? plain[33..] : null, id) : null;
        }
        catch (FormatException) { return null; }
    }
}
