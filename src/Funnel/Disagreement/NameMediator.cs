using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Outside;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Disagreement;

/// <summary>Lets one person read a worksheet, and takes that back. Nobody but whoever wrote it does.</summary>
internal static class NameMediator
{
    public sealed record Input
    {
        /// <summary>The worksheet.</summary>
        public Guid Id { get; init; }

        /// <summary>Who.</summary>
        public Guid? Mediator { get; init; }
    }

    public static async Task<Outcome<WorksheetSaved>> Do(Input input, AppDb db, PrivateKeeper keeper, CancellationToken ct)
    {
        var (row, words, no) = await Sheets.OwnAsync(db, keeper, input.Id, ct);
        if (no is not null) return no;
        var person = await db.PersonRows().Where(p => p.Id == input.Mediator && p.IsHere).SingleOrDefaultAsync(ct);
        var problems = new Problems().AddIf(person is null || person.Id == row!.AuthorId, "Mediator", T("Choose someone who is here.")).AddIf(person is not null && person.Id == words!.PersonId, "Mediator", T("It is about them: somebody else mediates."));
        if (problems.Any) return Outcome.Invalid(problems);
        row!.MediatorId = person!.Id;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WorksheetSaved(row.Id)).Saying(T("{0} may read it now. They are not told: tell them yourself.", person.Name));
    }

    public static async Task<Outcome<WorksheetSaved>> End(ShowWorksheet.Input input, AppDb db, PrivateKeeper keeper, CancellationToken ct)
    {
        var (row, _, no) = await Sheets.OwnAsync(db, keeper, input.Id, ct);
        if (no is not null) return no;
        row!.MediatorId = null;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WorksheetSaved(row.Id)).Saying(T("They may read it no longer."));
    }
}
