using System.ComponentModel.DataAnnotations;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Disagreement;

/// <summary>Writes a disagreement down, for nobody's eyes but one's own.</summary>
internal static class KeepWorksheet
{
    public const int Most = 50;

    public sealed record Input
    {
        /// <summary>The one that is changed; none for a new one.</summary>
        public Guid Id { get; init; }

        /// <summary>What it is about.</summary>
        [StringLength(500)]
        public string? Issue { get; init; }

        /// <summary>With whom: one of us, a department, or a name.</summary>
        public Guid? PersonId { get; init; }
        public Guid? TeamId { get; init; }

        [StringLength(120)]
        public string? Name { get; init; }

        /// <summary>Since when; unknown where nothing is said.</summary>
        public DateOnly? Since { get; init; }

        /// <summary>How often a week.</summary>
        [Range(1, 500)]
        public int? TimesAWeek { get; init; }

        [StringLength(1_000)]
        public string? MyNeed { get; init; }

        [StringLength(1_000)]
        public string? TheirNeed { get; init; }

        /// <summary>The way things are arranged causes it; unknown where nothing is said, and likewise the next two.</summary>
        public bool? IsStructural { get; init; }

        /// <summary>Somebody cannot do what their work asks for.</summary>
        public bool? IsAbility { get; init; }

        /// <summary>Somebody means harm.</summary>
        public bool? IsBadFaith { get; init; }
    }

    /// <summary>Shows the form.</summary>
    public static async Task<Outcome<NewWorksheetView>> Form(AppDb db, CancellationToken ct) => await ShowWorksheet.ChoicesAsync(db, ct) is var (people, teams) ? new NewWorksheetView(people, teams) : Outcome.Missing;

    public static async Task<Outcome<WorksheetSaved>> Do(Input input, AppDb db, PrivateKeeper keeper, TimeProvider clock, CancellationToken ct)
    {
        var me = db.Viewer.PersonId;
        var (today, problems) = await ProblemsAsync(input, db, clock, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        if (await db.Rows<Worksheet>().CountAsync(w => w.AuthorId == me, ct) >= Most) return Outcome.Refused(T("There are {0} already: take one away first.", Most));
        var row = new Worksheet { AuthorId = me };
        db.Add(row);
        return Outcome.Done(await Sheets.SaveAsync(db, keeper, row, Said(input, new() { Issue = "", OpenedOn = today }), ct)).Saying(T("It is kept. Nobody reads it but you and whom you let."));
    }

    public static async Task<Outcome<WorksheetSaved>> Change(Input input, AppDb db, PrivateKeeper keeper, TimeProvider clock, CancellationToken ct)
    {
        var (row, words, no) = await Sheets.OwnAsync(db, keeper, input.Id, ct);
        if (no is not null) return no;
        var (_, problems) = await ProblemsAsync(input, db, clock, ct);
        problems.AddIf(row!.MediatorId is not null && input.PersonId == row.MediatorId, "PersonId", T("They read this: take that back first."));
        return problems.Any ? Outcome.Invalid(problems) : Outcome.Done(await Sheets.SaveAsync(db, keeper, row, Said(input, words!), ct)).Saying(T("It is saved."));
    }

    private static SheetWords Said(Input input, SheetWords words) => words with
    {
        Issue = input.Issue!.Trim(), PersonId = input.PersonId, TeamId = input.TeamId, Name = Sheets.Trimmed(input.Name), Since = input.Since, TimesAWeek = input.TimesAWeek, MyNeed = Sheets.Trimmed(input.MyNeed), TheirNeed = Sheets.Trimmed(input.TheirNeed),
        IsStructural = input.IsStructural, IsAbility = input.IsAbility, IsBadFaith = input.IsBadFaith,
    };

    private static async Task<(DateOnly Today, Problems Problems)> ProblemsAsync(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (today, named) = ((await Standing.ReadAsync(db, clock, ct)).Today, new[] { input.PersonId is not null, input.TeamId is not null, !string.IsNullOrWhiteSpace(input.Name) }.Count(n => n));
        var problems = new Problems().AddIf(string.IsNullOrWhiteSpace(input.Issue), "Issue", T("What is it about?"))
            .AddIf(named == 0, "PersonId", T("With whom? A colleague, a department, or a name.")).AddIf(named > 1, "PersonId", T("One of the three: a colleague, a department, or a name."))
            .AddIf(input.PersonId == db.Viewer.PersonId, "PersonId", T("That would be with yourself.")).AddIf(input.Since > today, "Since", T("This day is still to come."));
        if (problems.Any) return (today, problems);
        if (input.PersonId is { } person) problems.AddIf(!await db.PersonRows().AnyAsync(p => p.Id == person, ct), "PersonId", T("Choose someone who is here."));
        if (input.TeamId is { } team) problems.AddIf(!await db.TeamRows().AnyAsync(t => t.Id == team, ct), "TeamId", T("There is no such department."));
        return (today, problems);
    }
}

/// <summary>What the form starts with.</summary>
public sealed record NewWorksheetView(IReadOnlyList<Choice> People, IReadOnlyList<Choice> Teams);

/// <summary>Closes a case with what became of it, and takes it up again.</summary>
internal static class EndWorksheet
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>What became of it.</summary>
        [StringLength(500)]
        public string? Ending { get; init; }
    }

    public static async Task<Outcome<WorksheetSaved>> Do(Input input, AppDb db, PrivateKeeper keeper, TimeProvider clock, CancellationToken ct)
    {
        var (row, words, no) = await Sheets.RunningAsync(db, keeper, input.Id, ct);
        if (no is not null) return no;
        var ended = words! with { EndedOn = (await Standing.ReadAsync(db, clock, ct)).Today, Ending = Sheets.Trimmed(input.Ending) };
        return Outcome.Done(await Sheets.SaveAsync(db, keeper, row!, ended, ct)).Saying(T("The case is closed."), $"/disagreements/{input.Id}/reopenings");
    }

    public static async Task<Outcome<WorksheetSaved>> Reopen(ShowWorksheet.Input input, AppDb db, PrivateKeeper keeper, CancellationToken ct)
    {
        var (row, words, no) = await Sheets.OwnAsync(db, keeper, input.Id, ct);
        return no is not null ? no : Outcome.Done(await Sheets.SaveAsync(db, keeper, row!, words! with { EndedOn = null, Ending = null }, ct)).Saying(T("It is open again."));
    }
}

/// <summary>Takes a worksheet away, and brings it back within a month.</summary>
internal static class RemoveWorksheet
{
    public static async Task<Outcome<WorksheetSaved>> Do(ShowWorksheet.Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Worksheets.SingleOrDefaultAsync(w => w.Id == input.Id, ct) is not { } row) return Outcome.Missing;
        if (row.AuthorId != db.Viewer.PersonId) return Outcome.Refused(T("Only whoever wrote it changes it."));
        row.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WorksheetSaved(row.Id)).Saying(T("It is taken away."), $"/disagreements/{row.Id}/restorations");
    }

    public static async Task<Outcome<WorksheetSaved>> Restore(ShowWorksheet.Input input, AppDb db, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<Worksheet>().SingleOrDefaultAsync(w => w.Id == input.Id && w.AuthorId == db.Viewer.PersonId, ct) is not { } row) return Outcome.Missing;
        row.RemovedAt = null;
        await db.SaveChangesAsync(ct);
        return new WorksheetSaved(row.Id);
    }
}
