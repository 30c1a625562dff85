using System.Globalization;
using Coxswain.Customers;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Contracts;

/// <summary>Lists contracts: those that run or begin later, the next last day for notice first, unless the address asks otherwise.</summary>
internal static class ListContracts
{
    private const int MostOwners = 200;

    public static async Task<Outcome<ContractsView>> Do(ListRequest input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var day = Standing.Of(tenant, clock.GetUtcNow().UtcDateTime).Day;
        var list = Of(db, day, tenant.Currency, await OwnersAsync(db, ct), await AccountAsync(db, input.Query["account"], ct));
        var source = Source(db, input, day);
        await list.RefuseSlowAsync(db, source, input, ct);
        var total = await FunnelTotal.OfAsync($"contracts {input.Query.AsKey} {day:o}", (await list.MatchingAsync(db, source, input, ct)).Select(c => new AmountRow { Amount = c.PerYear, Currency = c.Currency, ClosedOn = null }).Seen(db), db, tenant.Currency, day, ct);
        var page = await list.PageAsync(db, source, input, ct, total.Count);
        var saved = await db.Kept.ReadAsync(db, "views of contracts", () => db.SavedViewsOf(Kinds.Contract, db.Teammates()).Select(v => new { v.Id, v.Name, v.Path, v.Query, v.OwnerId }).ToListAsync(ct));
        var tabs = SavedViews.Tabs(input, "/contracts", [(T("Running"), ""), (T("Notice in 90 days"), "?where=notice%20%3D%20next-90-days"), (T("Mine"), "?owner=mine"), (T("All"), "?all=1")], saved.Select(v => (v.Id, v.Name, v.Path + v.Query, v.OwnerId == db.Viewer.PersonId)));
        return new ContractsView(list.View(page, input, "/contracts", tabs), page.Count == 0 ? null : total, db.Viewer.May(Permission.EditFunnel), db.Viewer.May(Permission.Export), day);
    }

    /// <summary>The same as data.</summary>
    public static async Task<Outcome<ListPage<ContractView>>> Read(ListRequest input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var day = Standing.Of(tenant, clock.GetUtcNow().UtcDateTime).Day;
        return await Of(db, day, tenant.Currency, [], []).DataAsync(db, Source(db, input, day), input, ct, db.Contracts, "all");
    }

    // Ended ones are asked for; a program that asks what changed is told of those too.
    internal static IQueryable<Contract> Source(AppDb db, ListRequest request, DateOnly day) =>
        request.Query["all"] is null && request.ChangedSince is null && request.Conditions?.Columns.Any(c => c is "ends" or "notice" or "begins") is not true
            ? db.Contracts.Where(c => c.EndsOn == null || c.EndsOn >= day || c.RenewsMonths != null && c.NoticeGivenOn == null) : db.Contracts;

    public static ListOf<Contract, ContractView> Of(AppDb db, DateOnly day, string currency, IReadOnlyList<(string, string)> owners, IReadOnlyList<(string, string)> accounts) => new(db.Reaches.Fields, Kinds.Contract,
    [
        new ListColumn<Contract, ContractView, string>(c => c.FoldedName) { Id = "name", Label = () => T("Contract"), Kind = ColumnKind.Text, Cell = c => c.Name },
        new ListColumn<Contract, ContractView, Guid>(c => c.AccountId) { Id = "account", Phone = OnPhone.Under, Label = () => T("Account"), Kind = ColumnKind.Choice, IsSortable = false, Cell = c => c.AccountName ?? T("unknown"), Choices = accounts },
        new ListColumn<Contract, ContractView, long?>(c => c.PerYear) { Id = "value", Phone = OnPhone.Side, Label = () => T("A year"), Kind = ColumnKind.Money, Cell = c => MoneyText.Of(c.PerYearMinor, c.Currency), AsKey = text => InMinor(text, currency), CurrencyKey = c => c.Currency },
        new ListColumn<Contract, ContractView, DateOnly?>(c => c.NoticeOn) { Id = "notice", Label = () => T("Notice until"), Kind = ColumnKind.Date, Cell = c => c.NoticeOn is { } on ? DayText.Short(on, day) : c.NoticeGivenOn is not null ? T("given") : T("unknown") },
        new ListColumn<Contract, ContractView, DateOnly?>(c => c.EndsOn) { Id = "ends", Phone = OnPhone.Hidden, Label = () => T("Ends"), Kind = ColumnKind.Date, Cell = c => c.EndsOn is { } on ? DayText.Short(on, day) : T("without an end") },
        new ListColumn<Contract, ContractView, Guid>(c => c.Id) { Id = "state", Phone = OnPhone.Under, Label = () => T("State"), Kind = ColumnKind.Choice, IsSortable = false, Cell = c => ContractWords.State(c.State) },
        new ListColumn<Contract, ContractView, Guid>(c => c.Id) { Id = "renewal", Phone = OnPhone.Hidden, Label = () => T("Renewal"), Kind = ColumnKind.Choice, IsSortable = false, Cell = Renewal },
        new ListColumn<Contract, ContractView, DateOnly>(c => c.StartsOn) { Id = "begins", Label = () => T("Begins"), Kind = ColumnKind.Date, IsShown = false, Cell = c => DayText.Whole(c.StartsOn) },
        new ListColumn<Contract, ContractView, Guid>(c => c.OwnerId) { Id = "owner", Phone = OnPhone.Hidden, Label = () => T("Owner"), Kind = ColumnKind.Choice, IsSortable = false, Cell = c => c.OwnerName, Choices = owners, AsKey = Mine.AsKey(db) },
    ], ContractView.Reading(db, day), "notice");

    private static string Renewal(ContractView contract) => contract switch
    {
        { FollowedById: not null } => T("renewed"),
        { RenewalEnd: { } end } => end is StageEnd.Open ? T("in a deal") : Words.End(end),
        { RenewsMonths: not null, NoticeGivenOn: null } => T("renews itself"),
        _ => T("none"),
    };

    private static async Task<IReadOnlyList<(string, string)>> OwnersAsync(AppDb db, CancellationToken ct)
    {
        var (me, owners) = (db.Viewer.PersonId, await db.Kept.ReadAsync(db, "owners of contracts", () => db.PersonRows().Where(p => p.IsHere && p.Role != Role.Staff && p.Role != Role.Recruiter && p.Role != Role.Trainer).OrderBy(p => p.FoldedName).Take(MostOwners).Select(p => new { p.Id, p.Name }).ToListAsync(ct)));
        return [("mine", T("Me")), .. owners.Where(p => p.Id != me).Select(p => (p.Id.ToString(), p.Name))];
    }

    // The one asked for is named, and can be let go.
    private static async Task<IReadOnlyList<(string, string)>> AccountAsync(AppDb db, string? asked, CancellationToken ct) =>
        Guid.TryParse(asked, out var id) && await db.AccountRows().Where(a => a.Id == id).Select(a => a.Name).FirstOrDefaultAsync(ct) is { } name ? [(asked, name)] : [];

    private static string InMinor(string text, string currency) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var major) && major < 1_000_000_000_000 ? Minor.FromMajor(major, currency).ToString(CultureInfo.InvariantCulture) : text;
}

/// <summary>The list's page.</summary>
/// <param name="List">The rows.</param>
/// <param name="Total">What the shown ones come to in a year; null where nothing matches.</param>
/// <param name="MayAdd">Whoever looks may add one.</param>
/// <param name="MayExport">And take the list along.</param>
/// <param name="Day">The day the page stands on.</param>
public sealed record ContractsView(ListView<ContractView> List, FunnelTotal? Total, bool MayAdd, bool MayExport, DateOnly Day);
