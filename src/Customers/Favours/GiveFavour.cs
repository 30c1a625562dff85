using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Favours;

/// <summary>Notes something given to a customer; what is still to come becomes a task.</summary>
internal static class GiveFavour
{
    public sealed record Input
    {
        /// <summary>The account.</summary>
        public Guid Id { get; init; }
        public FavourKind? Kind { get; init; }

        [StringLength(300)]
        public string? What { get; init; }

        /// <summary>To whom of them.</summary>
        public Guid? ContactId { get; init; }

        /// <summary>Who is brought along, by their exact name: another contact who can help them.</summary>
        [StringLength(200)]
        public string? With { get; init; }

        /// <summary>When it was given, or is to be; today, where nobody says.</summary>
        public DateOnly? On { get; init; }
    }

    public static async Task<Outcome<FavourView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!await db.Accounts.AnyAsync(a => a.Id == input.Id, ct)) return Outcome.Missing;
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var problems = new Problems().AddIf(input.Kind is null, "Kind", T("Please fill this in.")).AddIf(string.IsNullOrWhiteSpace(input.What), "What", T("Please fill this in."));
        problems.AddIf(input.ContactId is { } to && !await db.Contacts.AnyAsync(c => c.Id == to && c.AccountId == input.Id, ct), "ContactId", T("This contact is not here."));
        var with = await BroughtAsync(db, input, problems, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        var on = input.On ?? today;
        var task = on > today ? new Todo { Title = input.What!, DueOn = on, OwnerId = db.Viewer.PersonId, AccountId = input.Id, ContactId = input.ContactId } : null;
        var favour = new Favour { AccountId = input.Id, ContactId = input.ContactId, WithContactId = with, Kind = input.Kind!.Value, What = input.What!, On = on, OwnerId = db.Viewer.PersonId, TaskId = task?.Id };
        if (task is not null) db.Add(task);
        db.Add(favour);
        await db.SaveChangesAsync(ct);
        return await db.Rows<Favour>().AsNoTracking().Where(f => f.Id == favour.Id).Select(FavourView.Reading(db)).SingleAsync(ct);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var given = await Do(input, db, clock, ct);
        return given.View is { } favour ? Outcome.Done(new WentBack($"/accounts/{input.Id}/connection#given")).Saying(T("Noted: {0}", favour.What), $"/favours/{favour.Id}/removals") : given.No;
    }

    private static async Task<Guid?> BroughtAsync(AppDb db, Input input, Problems problems, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(input.With))
        {
            problems.AddIf(input.Kind is FavourKind.Introduction, "With", T("Whom do you bring along?"));
            return null;
        }
        var folded = Folding.Fold(input.With);
        var found = await db.Contacts.Where(c => c.FoldedName == folded).OrderBy(c => c.Id).Select(c => c.Id).Take(2).ToListAsync(ct);
        problems.AddIf(found.Count == 0, "With", T("There is no contact called {0} yet: add them first.", input.With));
        problems.AddIf(found.Count == 2, "With", T("There are several contacts called {0}.", input.With));
        return found.FirstOrDefault();
    }

    public sealed record Show { public Guid Id { get; init; } public Guid? ContactId { get; init; } }

    public static async Task<Outcome<FavourFormView>> Form(Show input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Accounts.Where(a => a.Id == input.Id).Select(a => a.Name).SingleOrDefaultAsync(ct) is not { } account) return Outcome.Missing;
        var contacts = await db.Contacts.Where(c => c.AccountId == input.Id).OrderBy(c => c.FoldedName).Take(100).Select(c => new { c.Id, c.Name }).ToListAsync(ct);
        return new FavourFormView(input.Id, account, [.. contacts.Select(c => new Choice(c.Id.ToString(), c.Name))], input.ContactId, await ListTasks.TodayAsync(db, clock, ct));
    }

    /// <summary>What was given to an account, as data.</summary>
    public static async Task<Outcome<IReadOnlyList<FavourView>>> Read(Show input, AppDb db, CancellationToken ct) =>
        await db.Accounts.AnyAsync(a => a.Id == input.Id, ct) ? Outcome.Done(await FavourView.OfAsync(db, input.Id, ct)) : Outcome.Missing;
}

/// <summary>What the form starts with.</summary>
public sealed record FavourFormView(Guid AccountId, string Account, IReadOnlyList<Choice> Contacts, Guid? ContactId, DateOnly Today);
