using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Desk;

/// <summary>Notes what is on a customer's desk now, as they said it.</summary>
internal static class NoteDesk
{
    public sealed record Input
    {
        /// <summary>The account.</summary>
        public Guid Id { get; init; }

        [StringLength(300)]
        public string? Agenda { get; init; }

        [StringLength(2_000)]
        public string? Problem { get; init; }

        [StringLength(2_000)]
        public string? Help { get; init; }

        /// <summary>How different from others they find us, from 1, the same, to 5, quite different.</summary>
        [Range(1, 5)]
        public int? Difference { get; init; }

        /// <summary>When we asked; today, where nobody says.</summary>
        public DateOnly? AskedOn { get; init; }
    }

    public static async Task<Outcome<DeskView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!await db.Accounts.AnyAsync(a => a.Id == input.Id, ct)) return Outcome.Missing;
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var problems = new Problems().AddIf(string.IsNullOrWhiteSpace(input.Agenda), "Agenda", T("Please fill this in.")).AddIf(input.AskedOn > today, "AskedOn", T("This has not happened yet: make it a task."));
        if (problems.Any) return Outcome.Invalid(problems);
        var note = new DeskNote { AccountId = input.Id, Agenda = input.Agenda!, Problem = input.Problem, Help = input.Help, Difference = input.Difference, AskedOn = input.AskedOn ?? today, OwnerId = db.Viewer.PersonId };
        db.Add(note);
        await db.SaveChangesAsync(ct);
        return await db.Rows<DeskNote>().AsNoTracking().Where(n => n.Id == note.Id).Select(DeskView.Reading(db)).SingleAsync(ct);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var noted = await Do(input, db, clock, ct);
        return noted.View is { } note ? Outcome.Done(new WentBack($"/accounts/{input.Id}")).Saying(T("Noted: {0}", note.Agenda), $"/desk-notes/{note.Id}/removals") : noted.No;
    }
}
