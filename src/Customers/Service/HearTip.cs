using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service;

/// <summary>Logs a need that was heard while solving, and hands it to the owner of the account, or to whoever stands in for them.</summary>
internal static class HearTip
{
    public sealed record Input
    {
        /// <summary>The account by its name; or by <see cref="AccountId"/>.</summary>
        [StringLength(200)]
        public string? Account { get; init; }
        public Guid? AccountId { get; init; }

        /// <summary>Their problem is solved. Without that there is no tip: solving comes first.</summary>
        public bool? Solved { get; init; }

        [StringLength(500)]
        public string? Heard { get; init; }

        [StringLength(500)]
        public string? Explained { get; init; }

        [StringLength(200)]
        public string? NextStep { get; init; }

        [StringLength(60)]
        public string? CaseNumber { get; init; }
    }

    public sealed record Asked
    {
        public Guid? AccountId { get; init; }

        /// <summary>The case it was heard in: its customer is known, and that it is solved.</summary>
        public Guid? CaseId { get; init; }
    }

    /// <summary>Shows the form, for an account where one comes from its page.</summary>
    public static async Task<Outcome<TipFormView>> Form(Asked input, AppDb db, CancellationToken ct)
    {
        var heard = input.CaseId is { } id ? await db.ServiceCases.Where(c => c.Id == id).Select(c => new { c.AccountId, c.SolvedOn, Number = c.SourceId ?? c.Subject }).SingleOrDefaultAsync(ct) : null;
        var at = heard?.AccountId ?? input.AccountId;
        return new TipFormView(at is { } account ? await db.Accounts.Where(a => a.Id == account).Select(a => a.Name).SingleOrDefaultAsync(ct) : null)
        {
            Solved = heard?.SolvedOn is not null, CaseNumber = heard?.Number is { Length: > 60 } name ? name[..60] : heard?.Number, Recent = at is null ? await ShowService.RecentAsync(db, ct) : [],
        };
    }

    public static async Task<Outcome<TipView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var problems = new Problems()
            .AddIf(input.Solved is not true, "Solved", input.Solved is null ? T("Please fill this in.") : T("Solve it first: they hear nothing else before. Come back when it is done."))
            .AddIf(string.IsNullOrWhiteSpace(input.Heard), "Heard", T("Please fill this in."));
        var account = await NamedAccount.FindAsync(db, input.Account, input.AccountId, problems, ct);
        problems.AddIf(account is null && !problems.Messages.ContainsKey("Account"), "Account", T("At which customer?"));
        if (problems.Any) return Outcome.Invalid(problems);
        var owner = await db.Accounts.Where(a => a.Id == account).Select(a => a.OwnerId).SingleAsync(ct);
        var tip = new Tip
        {
            AccountId = account!.Value, Heard = input.Heard!, Explained = input.Explained, NextStep = input.NextStep, CaseNumber = input.CaseNumber, HeardOn = await ListTasks.TodayAsync(db, clock, ct), OwnerId = db.Viewer.PersonId, ToId = await TipRouting.OfAsync(db, account.Value, owner, ct), State = TipState.Waiting,
        };
        db.Add(tip);
        await db.SaveChangesAsync(ct);
        return (await TipView.OneAsync(db, tip.Id, ct))!;
    }

    public static async Task<Outcome<TipView>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var heard = await Do(input, db, clock, ct);
        return heard.View is { } tip ? Outcome.Done(tip).Saying(T("Handed to {0}.", tip.ToName), $"/tips/{tip.Id}/removals") : heard.No;
    }
}

/// <summary>What the form starts with.</summary>
public sealed record TipFormView(string? Account)
{
    /// <summary>It is known to be solved.</summary>
    public bool Solved { get; init; }
    public string? CaseNumber { get; init; }

    /// <summary>Where the viewer helped last.</summary>
    public IReadOnlyList<Platform.Ui.Choice> Recent { get; init; } = [];
}
