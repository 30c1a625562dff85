using Coxswain.Customers.Activities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Cases;

/// <summary>The latest cases, one's own first among what is asked for.</summary>
internal static class ListCases
{
    private const int Most = 60;

    public sealed record Input
    {
        /// <summary>Everyone's; else one's own.</summary>
        public bool All { get; init; }

        /// <summary>Those of one account.</summary>
        public Guid? AccountId { get; init; }
    }

    public static async Task<Outcome<CasesView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var cases = db.ServiceCases.AsNoTracking();
        if (!input.All) cases = cases.Where(c => c.OwnerId == db.Viewer.PersonId);
        return new CasesView(await RowsAsync(cases, db, ct), input.All, await ListTasks.TodayAsync(db, clock, ct), await HelpersAsync(db, ct), db.Viewer.May(Permission.EditCustomers), db.Viewer.May(Permission.Import));
    }

    public sealed record OfOne { public Guid Id { get; init; } }

    /// <summary>The same after a form was posted.</summary>
    public static Task<Outcome<CasesView>> Again(OfOne input, AppDb db, TimeProvider clock, CancellationToken ct) => Do(new Input(), db, clock, ct);

    /// <summary>Cases as data: everyone's, or those of one account.</summary>
    public static async Task<Outcome<IReadOnlyList<CaseView>>> Read(Input input, AppDb db, CancellationToken ct) =>
        Outcome.Done(await RowsAsync(input.AccountId is { } account ? db.ServiceCases.AsNoTracking().Where(c => c.AccountId == account) : db.ServiceCases.AsNoTracking(), db, ct));

    /// <summary>Who may have been asked for: those in support.</summary>
    internal static async Task<IReadOnlyList<Choice>> HelpersAsync(AppDb db, CancellationToken ct) =>
        [.. (await db.PersonRows().Where(p => p.IsHere && p.Role == Role.Support).OrderBy(p => p.FoldedName).Select(p => new { p.Id, p.Name }).Take(200).ToListAsync(ct)).Select(p => new Choice(p.Id.ToString(), p.Name))];

    private static async Task<IReadOnlyList<CaseView>> RowsAsync(IQueryable<ServiceCase> cases, AppDb db, CancellationToken ct)
    {
        var rows = await cases.OrderByDescending(c => c.OpenedOn).ThenByDescending(c => c.Id).Take(Most).Select(CaseView.Reading(db)).ToListAsync(ct);
        return CaseView.ForViewer(db, rows, await FigureNames.ReadAsync(db, ct));
    }
}

/// <summary>Cases as their page shows them.</summary>
public sealed record CasesView(IReadOnlyList<CaseView> Cases, bool All, DateOnly Today, IReadOnlyList<Choice> Helpers, bool MayFile, bool MayImport);
