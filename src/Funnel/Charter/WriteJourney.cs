using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Charter;

/// <summary>A leader writes the customer's way and the revenue that sales and marketing work for together, and says who signs for each.</summary>
internal static class WriteJourney
{
    private const int MostEditions = 30;

    public sealed record Input
    {
        /// <summary>What the customer does, one step a line.</summary>
        [StringLength(1_500)]
        public string? Steps { get; init; }

        /// <summary>In whole units of the organisation's currency.</summary>
        public decimal? Goal { get; init; }
        public DateOnly? GoalBy { get; init; }

        /// <summary>Who signs for sales.</summary>
        public Guid? Sales { get; init; }

        /// <summary>Who signs for marketing.</summary>
        public Guid? Marketing { get; init; }
    }

    public static async Task<Outcome<JourneyView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (db.Viewer.Role is not Role.Leader) return Outcome.Refused(T("A leader writes this, and nobody writes it for them."));
        var tenant = await db.TenantAsync(ct);
        var today = Standing.Of(tenant, clock.GetUtcNow().UtcDateTime).Today;
        var steps = string.Join('\n', (input.Steps ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var here = await db.PersonRows().Where(p => p.IsHere && (p.Id == input.Sales || p.Id == input.Marketing)).Select(p => p.Id).ToListAsync(ct);
        var problems = new Problems().AddIf(!steps.Contains('\n'), "Steps", T("What does the customer do? At least two steps, one a line."))
            .AddIf(input.Goal is null or <= 0, "Goal", T("How much do both want to win together?")).AddIf(input.Goal > FieldRules.MostMoney, "Goal", T("This amount is larger than any deal."))
            .AddIf(input.GoalBy is null, "GoalBy", T("By when?")).AddIf(input.GoalBy < today, "GoalBy", T("This day is over."))
            .AddIf(input.Sales is null || !here.Contains(input.Sales.Value), "Sales", T("Choose someone who is here.")).AddIf(input.Marketing is null || !here.Contains(input.Marketing.Value), "Marketing", T("Choose someone who is here."))
            .AddIf(input.Sales is not null && input.Sales == input.Marketing, "Marketing", T("One person cannot sign for both."));
        var last = await db.JourneyEditions.Select(j => (int?)j.Number).MaxAsync(ct) ?? 0;
        problems.AddIf(last >= MostEditions, "", T("There are {0} editions of this already.", MostEditions));
        if (problems.Any) return Outcome.Invalid(problems);
        db.Add(new JourneyEdition { Number = last + 1, LeaderId = db.Viewer.PersonId, Steps = steps, Goal = Minor.FromMajor(input.Goal!.Value, tenant.Currency), Currency = tenant.Currency, GoalBy = input.GoalBy!.Value, SaidOn = today, SalesId = input.Sales!.Value, MarketingId = input.Marketing!.Value });
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await ShowJourney.Do(new(), db, clock, ct)).View!).Saying(T("It waits for both to sign."));
    }
}

/// <summary>Signs the latest edition, each for their side.</summary>
internal static class SignJourney
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<JourneyView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.JourneyEditions.SingleOrDefaultAsync(j => j.Id == input.Id, ct) is not { } edition) return Outcome.Missing;
        var me = db.Viewer.PersonId;
        if (me != edition.SalesId && me != edition.MarketingId) return Outcome.Refused(T("Only who was named for sales and who was named for marketing sign it."));
        if (await db.JourneyEditions.AnyAsync(j => j.Number > edition.Number, ct)) return Outcome.Refused(T("There is a newer edition: read that one."));
        var today = Standing.Of(await db.TenantAsync(ct), clock.GetUtcNow().UtcDateTime).Today;
        if (me == edition.SalesId) edition.SalesSignedOn ??= today;
        else edition.MarketingSignedOn ??= today;
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await ShowJourney.Do(new(), db, clock, ct)).View!).Saying(edition is { SalesSignedOn: not null, MarketingSignedOn: not null } ? T("Both have signed: it is in force.") : T("Signed. The other side is still to sign."));
    }
}
