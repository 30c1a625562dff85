using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts.Steps;

/// <summary>Says that a step was done for an account, or takes that back. Whoever may change the account may say so.</summary>
internal static class TickStep
{
    public sealed record Input
    {
        /// <summary>The account.</summary>
        public Guid Id { get; init; }
        public Guid Step { get; init; }

        /// <summary>When it was done; today, where nobody says.</summary>
        public DateOnly? On { get; init; }

        /// <summary>It is not done after all.</summary>
        public bool Open { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (account, no) = await db.AccountForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        if (await db.Rows<AccountStep>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == input.Step && s.Class == account!.Class && s.RetiredAt == null, ct) is not { } step) return Outcome.Missing;
        var today = await ListTasks.TodayAsync(db, clock, ct);
        if (input.On > today) return Outcome.Invalid("On", T("This has not happened yet: make it a task."));
        var done = await db.Rows<StepDone>().SingleOrDefaultAsync(d => d.AccountId == input.Id && d.StepId == input.Step, ct);
        var before = done?.DoneOn;
        if (done is null) db.Add(done = new StepDone { AccountId = input.Id, StepId = input.Step, PersonId = db.Viewer.PersonId });
        (done.DoneOn, done.PersonId) = (input.Open ? null : input.On ?? today, db.Viewer.PersonId);
        await db.SaveChangesAsync(ct);
        var again = $"/accounts/{input.Id}/steps/{input.Step}/ticks".With(before is null ? "open" : "on", before is { } day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "true");
        return Outcome.Done(new WentBack($"/accounts/{input.Id}#steps-of-class")).Saying(input.Open ? T("Open again: {0}", step.Name) : T("Done: {0}", step.Name), again);
    }

    public sealed record OfAccount { public Guid Id { get; init; } }

    /// <summary>The steps of an account and how they stand, as data; none for an account without a class.</summary>
    public static async Task<Outcome<IReadOnlyList<StepView>>> Read(OfAccount input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.Accounts.Where(a => a.Id == input.Id).Select(a => new { a.Class }).SingleOrDefaultAsync(ct) is { } account
            ? Outcome.Done((await AccountAround.ReadAsync(db, input.Id, account.Class, clock.GetUtcNow().UtcDateTime, ct)).Steps) : Outcome.Missing;
}
