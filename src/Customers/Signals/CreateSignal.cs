using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Signals;

/// <summary>Notes that something changed at an account, and makes a task of it where somebody is to follow it up.</summary>
internal static class CreateSignal
{
    public sealed record Input : SignalFields
    {
        public Guid? AccountId { get; init; }

        /// <summary>The account by its exact name, instead of its key.</summary>
        [StringLength(200)]
        public string? Account { get; init; }

        /// <summary>What is to be done about it; becomes a task of whoever notes it.</summary>
        [StringLength(300)]
        public string? FollowUp { get; init; }
        public DateOnly? DueOn { get; init; }
    }

    public static async Task<Outcome<SignalView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var problems = input.Check(kind: true, today);
        var account = await NamedAccount.FindNeededAsync(db, input.Account, input.AccountId, problems, ct);
        problems.AddIf(input.DueOn is not null && string.IsNullOrWhiteSpace(input.FollowUp), "FollowUp", T("Please fill this in."));
        if (problems.Any) return Outcome.Invalid(problems);
        var task = string.IsNullOrWhiteSpace(input.FollowUp) ? null : new Todo { Title = input.FollowUp, DueOn = input.DueOn ?? today.AddDays(2), OwnerId = db.Viewer.PersonId, AccountId = account };
        var signal = new Signal { AccountId = account!.Value, Kind = input.Kind!.Value, On = input.On ?? today, Source = input.Source, Note = input.Note, OwnerId = db.Viewer.PersonId, FollowUpId = task?.Id };
        if (task is not null) db.Add(task);
        db.Add(signal);
        await db.SaveChangesAsync(ct);
        return await ListSignals.OneAsync(db, signal.Id, ct);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var made = await Do(input, db, clock, ct);
        if (made.View is not { } signal) return made.No;
        var back = LocalPath.Or(input.Back, $"/accounts/{signal.AccountId}");
        return Outcome.Done(new WentBack(back)).Saying(T("Noted: {0}", SignalWords.Of(signal.Kind)), $"/signals/{signal.Id}/removals".With("back", back));
    }
}
