using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Maps;

/// <summary>Says what is between two people of a map, and what shows it.</summary>
internal static class DrawTie
{
    public sealed record Input
    {
        /// <summary>One of them.</summary>
        public Guid Id { get; init; }

        /// <summary>The other.</summary>
        public Guid? ToId { get; init; }
        public TieKind? Kind { get; init; }

        [StringLength(500)]
        public string? Evidence { get; init; }

        /// <summary>The deal to go back to.</summary>
        public Guid? Deal { get; init; }
    }

    public static async Task<Outcome<MapTieView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (from, no) = await db.MapPersonForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var problems = new Problems().AddIf(input.Kind is null, "Kind", T("Please fill this in.")).AddIf(string.IsNullOrWhiteSpace(input.Evidence), "Evidence", T("What did they say or do that shows it?"));
        var account = from!.AccountId;
        problems.AddIf(input.ToId is not { } to || to == input.Id || !await db.Rows<MapPerson>().Shown(db).AnyAsync(p => p.Id == to && p.AccountId == account, ct), "ToId", T("Choose somebody else of this map."));
        if (problems.Any) return Outcome.Invalid(problems);
        var tie = new MapTie { AccountId = account, FromId = input.Id, ToId = input.ToId!.Value, Kind = input.Kind!.Value, Evidence = input.Evidence!, AsOf = await ListTasks.TodayAsync(db, clock, ct), SaidById = db.Viewer.PersonId };
        db.Add(tie);
        await db.SaveChangesAsync(ct);
        return await MapReading.Ties(db, t => t.Id == tie.Id).SingleAsync(ct);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (from, no) = await db.MapPersonForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var drawn = await Do(input, db, clock, ct);
        return drawn.View is { } tie ? Outcome.Done(new WentBack(PlacePerson.UrlOf(from!.AccountId, input.Deal, input.Id))).Saying(T("The line is drawn."), $"/map-ties/{tie.Id}/removals") : drawn.No;
    }

    public sealed record Show { public Guid Id { get; init; } public Guid? Deal { get; init; } }

    public static async Task<Outcome<TieFormView>> Form(Show input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<MapPerson>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.Id, ct) is not { } row) return Outcome.Missing;
        if (await db.Accounts.Where(a => a.Id == row.AccountId).Select(a => a.Name).SingleOrDefaultAsync(ct) is not { } account) return Outcome.Missing;
        var people = await MapReading.PeopleAsync(db, row.AccountId, null, ct);
        if (people.FirstOrDefault(p => p.Id == input.Id) is not { } person) return Outcome.Missing;
        return new TieFormView(row.AccountId, account, person, [.. people.Where(p => p.Id != input.Id).OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase).Select(p => new Choice(p.Id.ToString(), p.Name))], input.Deal);
    }
}

/// <summary>What the form starts with.</summary>
public sealed record TieFormView(Guid AccountId, string Account, MapPersonView Person, IReadOnlyList<Choice> Others, Guid? Deal);

/// <summary>Takes a line between two people away; for 30 days it can be brought back.</summary>
internal static class RemoveTie
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public string? Back { get; init; }

        internal WentBack From(MapTie tie) => new(LocalPath.Or(Back, $"/accounts/{tie.AccountId}/map?person={tie.FromId}"));
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await Removing.RemoveAsync(db, await db.MapTieForChangeAsync(input.Id, ct), clock, _ => T("The line"), input.From, t => $"/map-ties/{t.Id}/restorations", ct);

    public static async Task<Outcome<WentBack>> Restore(Input input, AppDb db, CancellationToken ct) =>
        await Removing.RestoreAsync(db, await db.MapTieForChangeAsync(input.Id, ct, removed: true), _ => T("The line"), input.From, ct);
}
