using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Cases;

/// <summary>The latest cases, one's own first among what is asked for.</summary>
internal static class ListCases
{
    public static async Task<Outcome<CasesView>> Do(ListRequest input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var all = input.Query["all"] is "true";
        var page = await List(db).PageAsync(db, all ? db.ServiceCases : db.ServiceCases.Where(c => c.OwnerId == db.Viewer.PersonId), input, ct);
        var here = "/service/cases" + ListViews.AddressOf(input);
        return new CasesView(CaseView.ForViewer(db, page.Rows, await FigureNames.ReadAsync(db, ct)), all, await ListTasks.TodayAsync(db, clock, ct), await HelpersAsync(db, ct), db.Viewer.May(Permission.EditCustomers), db.Viewer.May(Permission.Import))
        {
            Count = page.Count, NextHref = page.Next is { } next ? here.With("after", next) : null, FirstHref = input.After is null ? null : here,
        };
    }

    public sealed record OfOne { public Guid Id { get; init; } }

    /// <summary>The same after a form was posted.</summary>
    public static Task<Outcome<CasesView>> Again(OfOne input, AppDb db, TimeProvider clock, CancellationToken ct) => Do(new ListRequest(), db, clock, ct);

    /// <summary>Cases as data, the latest first; by account, contact, whoever served, or the key of the help desk.</summary>
    public static async Task<Outcome<ListPage<CaseView>>> Read(ListRequest input, AppDb db, CancellationToken ct)
    {
        var page = await List(db).DataAsync(db, db.ServiceCases, input, ct);
        return page with { Rows = CaseView.ForViewer(db, page.Rows, await FigureNames.ReadAsync(db, ct)) };
    }

    /// <summary>Who may have been asked for: those in support.</summary>
    internal static async Task<IReadOnlyList<Choice>> HelpersAsync(AppDb db, CancellationToken ct) =>
        [.. (await db.PersonRows().Where(p => p.IsHere && p.Role == Role.Support).OrderBy(p => p.FoldedName).Select(p => new { p.Id, p.Name }).Take(200).ToListAsync(ct)).Select(p => new Choice(p.Id.ToString(), p.Name))];

    // By how they found it nothing is filtered: that is for whoever served and their line.
    private static ListOf<ServiceCase, CaseView> List(AppDb db) => new(db.Reaches.Fields, Kinds.ServiceCase,
    [
        new ListColumn<ServiceCase, CaseView, DateOnly>(c => c.OpenedOn) { Id = "opened", Label = () => T("When"), Kind = ColumnKind.Date, Cell = _ => null },
        new ListColumn<ServiceCase, CaseView, DateOnly?>(c => c.SolvedOn) { Id = "solved", Label = () => T("Solved on"), Kind = ColumnKind.Date, IsSortable = false, Cell = _ => null },
        new ListColumn<ServiceCase, CaseView, Guid>(c => c.AccountId) { Id = "account", Label = () => T("Account"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null },
        new ListColumn<ServiceCase, CaseView, Guid?>(c => c.ContactId) { Id = "contact", Label = () => T("Contact"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null },
        new ListColumn<ServiceCase, CaseView, Guid>(c => c.OwnerId) { Id = "owner", Label = () => T("Owner"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null, AsKey = Mine.AsKey(db) },
        new ListColumn<ServiceCase, CaseView, string?>(c => c.SourceId) { Id = "source", Label = () => T("Case number"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null },
    ], CaseView.Reading(db), "-opened");
}

/// <summary>Cases as their page shows them.</summary>
public sealed record CasesView(IReadOnlyList<CaseView> Cases, bool All, DateOnly Today, IReadOnlyList<Choice> Helpers, bool MayFile, bool MayImport)
{
    public required int Count { get; init; }
    public string? NextHref { get; init; }

    /// <summary>Where the list begins; null at its beginning.</summary>
    public string? FirstHref { get; init; }
}
