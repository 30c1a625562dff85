using System.ComponentModel.DataAnnotations;
using System.Text;
using Coxswain.Platform.Lists.Conditions;
namespace Coxswain.Platform.Lists;

/// <summary>What a list is asked for; every part of it stands in the address, so that it can be kept as a view and sent to a colleague.</summary>
public record ListRequest
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

    /// <summary>Conditions joined by and/or, as <see cref="Condition"/> writes them.</summary>
    public string? Where => Query["where"];

    /// <summary>The same, read; null for none.</summary>
    /// <exception cref="WrongConditionException">They cannot be read.</exception>
    public Condition? Conditions => Where is { } text ? ConditionReader.Read(text) : null;

    /// <summary>How the rows are laid out.</summary>
    public ListLayout Layout => Query["as"] switch { "board" => ListLayout.Board, "calendar" => ListLayout.Calendar, _ => GroupId is null ? ListLayout.Rows : ListLayout.Groups };

    /// <summary>The column that groups, or the columns of a board, are made by; of a calendar, the day.</summary>
    public string? GroupId => Query["group"];

    /// <summary>The month a calendar shows, yyyy-MM.</summary>
    public string? Month => Query["month"];

    /// <summary>How many rows a page of data has; pages drawn for people have their own size.</summary>
    [Range(1, 1000)]
    public int? Limit { get; init; }

    /// <summary>Of data: only what changed from this moment on.</summary>
    public DateTime? ChangedSince { get; init; }

    public bool IsDown => Sort?.StartsWith('-') is true;

    public string? SortId => Sort?.TrimStart('-');
}

/// <summary>How the rows of a list are laid out: one below the other, in groups with sums, as columns of cards, or on the days of a month.</summary>
public enum ListLayout { Rows, Groups, Board, Calendar }

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
