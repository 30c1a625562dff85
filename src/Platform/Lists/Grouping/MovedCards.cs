using System.Globalization;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists.Conditions;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists.Grouping;

/// <summary>Moves the cards of a list's boards by changing the field a board is by.</summary>
/// <param name="list">The list, with what its filters offer and how its cards are moved.</param>
/// <param name="change">The record's own change, which says no where it must.</param>
/// <param name="show">The list as it is after that.</param>
public sealed class MovedCards<TEntity, TRow, TChanged>(ListOf<TEntity, TRow> list, Func<CardChange, Task<Outcome<TChanged>>> change, Func<ListRequest, Task<ListView<TRow>>> show) where TEntity : Entity
{
    private static string Meanwhile => T("Someone moved it meanwhile. It stays where they put it.");

    private readonly CardMoves<TRow> _moves = list.Moves!;

    /// <summary>Moves one, and answers with the board as it is then.</summary>
    public async Task<Outcome<ListView<TRow>>> MoveAsync(MoveCard.Input input, AppDb db, CancellationToken ct)
    {
        if (Column(input, db) is not { } column) return Stays;
        var before = await db.Rows<TEntity>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.Id, ct);
        var done = await DoAsync(input, column);
        if (!done.IsDone) return done.No;
        var after = await db.Rows<TEntity>().AsNoTracking().SingleAsync(r => r.Id == input.Id, ct);
        if (!(column.KeyOf(after) ?? Condition.Unknown).Equals(column.AsKey(input.To!), StringComparison.OrdinalIgnoreCase)) return Outcome.Invalid("", Meanwhile);
        return Outcome.Done(await show(input.Request)).Saying(T("{0} is now {1}.", column.Label(), Answer(input, column)), done.Notice?.UndoUrl is { } own ? $"{own}&from={Uri.EscapeDataString(UrlOf(input))}" : BackOf(input, column, db, column.KeyOf(before!), after));
    }

    /// <summary>The same for a move that is taken back from any page.</summary>
    public async Task<Outcome<MoveCard.TakenBack>> BackAsync(MoveCard.Input input, AppDb db)
    {
        if (Column(input, db) is not { } column) return Stays;
        var done = await DoAsync(input, column);
        return done.IsDone ? Outcome.Done(new MoveCard.TakenBack(UrlOf(input))).Saying(T("{0} is again {1}.", column.Label(), Answer(input, column))) : done.No;
    }

    private static Refusal Stays => Outcome.Refused(T("The cards of this board stay where they are."));

    private static string Answer(MoveCard.Input input, ListColumn<TEntity, TRow> column) => (input.To == Condition.Unknown ? null : column.LabelOf(column.AsKey(input.To!))) ?? T("unknown");

    private string UrlOf(MoveCard.Input input) => _moves.ListUrl + ListViews.Query(input.Request);

    private ListColumn<TEntity, TRow>? Column(MoveCard.Input input, AppDb db) => list.MovedBy(input.Request, db) is { } column && input.To is { } to && (to == Condition.Unknown || column.LabelOf(column.AsKey(to)) is not null) ? column : null;

    private async Task<Outcome<TChanged>> DoAsync(MoveCard.Input input, ListColumn<TEntity, TRow> column)
    {
        if (input.To == Condition.Unknown && !column.CanBeUnknown) return Outcome.Invalid("", T("{0} has to be said.", column.Label()));
        var done = await change(new CardChange(input.Id, input.Version, column.Of[0], input.To == Condition.Unknown ? null : column.Of[0] == column.Id ? column.AsKey(input.To!) : input.To));
        return done.Clashes.Count == 0 ? done : Outcome.Invalid("", Meanwhile);
    }

    // What was given away, or comes from where nothing is put any more, has no way back.
    private string? BackOf(MoveCard.Input input, ListColumn<TEntity, TRow> column, AppDb db, string? key, TEntity after)
    {
        if (!column.Takes(key) || after is not IOwned owned || !db.Reaches.For(_moves.OwnedAs ?? list.Kind, AccessLevel.Edit).Includes(after.Id, owned.OwnerId)) return null;
        var address = ListViews.Query(input.Request);
        return string.Create(CultureInfo.InvariantCulture, $"{_moves.BackUrl}{address}{(address.Length == 0 ? '?' : '&')}id={input.Id}&version={after.Version}&to={Uri.EscapeDataString(key is null ? Condition.Unknown : column.AsText(key))}");
    }
}
