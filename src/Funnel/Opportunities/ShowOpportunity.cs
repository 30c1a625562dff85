using Coxswain.Funnel.Negotiation;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Reviews;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Shows one opportunity with everything its page needs.</summary>
internal static class ShowOpportunity
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>A field to open for change.</summary>
        public string? Edit { get; init; }

        /// <summary>A form to open: <c>step</c>, <c>log</c> or <c>evidence</c>.</summary>
        public string? Add { get; init; }
    }

    public static async Task<Outcome<DealRecord>> Do(Input input, AppDb db, IEnumerable<IPanel> panels, PrivateKeeper keeper, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var standing = await Standing.ReadAsync(db, clock, ct);
        frame.AsOf = DayNotice.Of(standing);
        var ways = await Ways.ReadAsync(db, ct);
        var way = ways.Of(deal.Id, deal.ProcessId, deal.FollowsSince);
        var facts = await ShowFacts.OfAsync(deal, standing.Day, way, new() { Id = input.Id, Editing = input.Edit }, db, ct);
        var around = await DealAround.ReadAsync(db, deal, way, ct);
        var plan = await PlanReading.OfAsync(db, deal, standing.Day, around.Plan with { Times = await StallRule.ReadAsync(db, ct) }, ct);
        var history = await PlanHistory.ReadAsync(db, deal.Currency, ct);
        plan = plan with { Question = PlanQuestions.Next(plan, history, deal.NextStep is not null) };
        return new DealRecord
        {
            Facts = facts with { Plan = plan },
            IsPlanOffered = deal.Minor > history.MedianWon,
            Path = DealPath.Of(deal, way, standing.Day, deal.End is StageEnd.Open ? await Stays.UsualAsync(db, deal.StageId, ct) : null, around.Shown),
            Lines = await ShowLines.OfAsync(deal, facts.MayEdit, standing.Day, db, ct),
            Steps = CustomerSteps.Of(deal, way, around.Shown, around.Moves),
            Moves = around.Moves,
            Process = way.Process is { } process ? new DealProcess(process.Id, process.Name, way.Edition, [.. ways.Processes.Where(p => p.RetiredAt is null && (p.Id != process.Id || ways.LatestOf(p) > way.Edition)).Select(p => new Choice(p.Id.ToString(), p.Id == process.Id ? T("{0}, edition {1}", p.Name, ways.LatestOf(p)) : p.Name))]) : null,
            StepChoices = facts.MayEdit ? CustomerSteps.Choices(deal, way) : [],
            Issues = around.Issues,
            Negotiation = NegotiationAlert.Of(db, keeper, deal, around.Negotiation),
            Tasks = around.Tasks,
            Pursuit = around.Pursuit,
            Review = around.Review,
            Team = around.Team,
            Adding = input.Add,
            Happened = await DealTimeline.ReadAsync(db, deal, standing.Day, ct),
            Panels = await panels.DrawAsync(Panels.Deal, db, deal.Id, ct),
            Stages = [.. way.Open(deal.StageId).Select(s => s.Stage).Where(s => s.Id != deal.StageId).Select(s => new Choice(s.Id.ToString(), s.Name))],
        };
    }

    /// <summary>The opportunity itself, as data.</summary>
    public static async Task<Outcome<OpportunityView>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.DealAsync(input.Id, ct) is { } deal ? deal : Outcome.Missing;
}
