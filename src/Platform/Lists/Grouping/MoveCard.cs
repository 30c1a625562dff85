namespace Coxswain.Platform.Lists.Grouping;

/// <summary>What moving a card of a list's board asks for and answers with; <see cref="MovedCards{TEntity, TRow, TChanged}"/> does it.</summary>
public static class MoveCard
{
    private static readonly string[] Own = ["id", "version", "to"];

    public record Input
    {
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>The column it was put into, as a filter takes it.</summary>
        public string? To { get; init; }

        /// <summary>The address of the board, without its path.</summary>
        public QueryValues Query { get; init; } = QueryValues.Empty;

        /// <summary>The board it was moved on.</summary>
        public ListRequest Request
        {
            get
            {
                var asked = new QueryValues(Query.Values.Where(v => !Own.Contains(v.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary(v => v.Key, v => v.Value, StringComparer.OrdinalIgnoreCase));
                return new() { Query = asked, Sort = asked["sort"], Columns = asked["columns"] };
            }
        }
    }

    /// <summary>Where a move taken back leads.</summary>
    public sealed record TakenBack(string Url);
}
