using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Activities;

/// <summary>Interactions as data, the latest first; by account, contact, owner or what they are about.</summary>
internal static class ListInteractions
{
    public sealed record One { public Guid Id { get; init; } }

    public static async Task<Outcome<ListPage<InteractionView>>> Read(ListRequest input, AppDb db, CancellationToken ct) => await List(db).DataAsync(db, db.Interactions, input, ct);

    public static async Task<Outcome<InteractionView>> ReadOne(One input, AppDb db, CancellationToken ct) =>
        await db.Interactions.AsNoTracking().Where(i => i.Id == input.Id).Select(InteractionView.Reading(db)).SingleOrDefaultAsync(ct) is { } view ? view : Outcome.Missing;

    /// <summary>The form to log on a page of its own, for records whose page has no box.</summary>
    public static Task<Outcome<LogBoxView>> New(AboutFields input) =>
        Task.FromResult(Outcome.Done(new LogBoxView { Back = input.BackPath, AccountId = input.AccountId, ContactId = input.ContactId, AboutKind = input.AboutKind, AboutId = input.AboutId }));

    private static ListOf<Interaction, InteractionView> List(AppDb db) => new(db.Reaches.Fields, Kinds.Interaction,
    [
        new ListColumn<Interaction, InteractionView, DateTime>(i => i.OccurredAt) { Id = "at", Label = () => T("When"), Kind = ColumnKind.Date, Cell = _ => null },
        new ListColumn<Interaction, InteractionView, InteractionKind>(i => i.Kind) { Id = "kind", Label = () => T("How"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null },
        new ListColumn<Interaction, InteractionView, Guid?>(i => i.AccountId) { Id = "account", Label = () => T("Account"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null },
        new ListColumn<Interaction, InteractionView, Guid?>(i => i.ContactId) { Id = "contact", Label = () => T("Contact"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null },
        new ListColumn<Interaction, InteractionView, Guid?>(i => i.AboutId) { Id = "about", Label = () => T("About"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null },
        new ListColumn<Interaction, InteractionView, Guid>(i => i.OwnerId) { Id = "owner", Label = () => T("Owner"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null, AsKey = Mine.AsKey(db) },
    ], InteractionView.Reading(db), "-at");
}
