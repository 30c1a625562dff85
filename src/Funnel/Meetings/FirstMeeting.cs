using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Meetings;

/// <summary>
/// Plans a meeting with an account, whether a deal is known yet or not: a first talk begins one in the first stage, of which only that much is known.
/// So what is heard in it has its place, and whoever finds nothing closes it.
/// </summary>
internal static class FirstMeeting
{
    private const int Most = 100;

    public sealed record Input : PlanMeeting.Input
    {
        /// <summary>The open deal of the account it is about; none where it begins one.</summary>
        public Guid? Deal { get; init; }

        /// <summary>What the deal that it begins is called.</summary>
        [StringLength(200)]
        public string? Name { get; init; }
    }

    public static async Task<Outcome<MeetingView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!await db.AccountRows().AnyAsync(a => a.Id == input.Id, ct)) return Outcome.Missing;
        if (input.Deal is { } deal)
            return await db.Opportunities.AnyAsync(o => o.Id == deal && o.AccountId == input.Id && o.End == StageEnd.Open, ct) ? await PlanMeeting.Do(input with { Id = deal }, db, clock, ct) : Outcome.Invalid("Deal", T("Choose an open deal of this account."));
        // Nothing is begun for a meeting that cannot be planned.
        if (PlanMeeting.Check(input, (await Standing.ReadAsync(db, clock, ct)).Today) is { Any: true } problems) return Outcome.Invalid(problems);
        var begun = await CreateOpportunity.Do(new() { Name = string.IsNullOrWhiteSpace(input.Name) ? T("First talk") : input.Name.Trim(), AccountId = input.Id }, db, clock, ct);
        return begun.View is { } added ? await PlanMeeting.Do(input with { Id = added.Id }, db, clock, ct) : begun.No;
    }

    public static async Task<Outcome<MeetingSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var planned = await Do(input, db, clock, ct);
        if (planned.View is not { } plan) return planned.No;
        return Outcome.Done(new MeetingSaved(plan.DealId, plan.Id)).Saying(input.Deal is null ? T("The meeting is planned, and a deal is begun for what comes of it.") : T("The meeting is planned."), $"/meeting-plans/{plan.Id}/removals");
    }

    public sealed record OfAccount { public Guid Id { get; init; } }

    public static async Task<Outcome<FirstMeetingView>> Form(OfAccount input, AppDb db, CancellationToken ct)
    {
        if (await db.AccountRows().Where(a => a.Id == input.Id).Select(a => a.Name).SingleOrDefaultAsync(ct) is not { } account) return Outcome.Missing;
        var deals = await db.Opportunities.Where(o => o.AccountId == input.Id && o.End == StageEnd.Open).OrderBy(o => o.CloseOn == null).ThenBy(o => o.CloseOn).ThenBy(o => o.Id).Take(Most).Select(o => new { o.Id, o.Name, o.OwnerId }).ToListAsync(ct);
        return new FirstMeetingView(input.Id, account, [.. deals.Where(d => db.MayEdit(Kinds.Opportunity, d.Id, d.OwnerId)).Select(d => new Choice(d.Id.ToString(), d.Name))]);
    }
}

/// <summary>What planning a meeting with an account starts with.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Account">Its name.</param>
/// <param name="Deals">Its open deals that the viewer may change.</param>
public sealed record FirstMeetingView(Guid AccountId, string Account, IReadOnlyList<Choice> Deals);
