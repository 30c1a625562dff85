using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>Makes a task of an action of the plan: one that takes a warning away, uses a strength, or asks a question later.</summary>
internal static class AgreeAction
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        [Required, StringLength(200)]
        public string? Title { get; init; }
        public DateOnly? DueOn { get; init; }

        /// <summary>The code of a warning or a question, or the key of a strength.</summary>
        [StringLength(80)]
        public string? AimsAt { get; init; }

        /// <summary>Who of us does it; the viewer where nobody is named.</summary>
        public Guid? Owner { get; init; }

        /// <summary>With whom of theirs, by their place on the map.</summary>
        public Guid? Person { get; init; }

        /// <summary>What would show that it is done.</summary>
        [StringLength(300)]
        public string? Expected { get; init; }
        public string? Back { get; init; }
    }

    public static async Task<Outcome<AgreedAction>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, today, no) = await db.PlanForChangeAsync(input.Id, clock, ct);
        if (no is not null) return no;
        var problems = new Problems().AddIf(input.DueOn < today, "DueOn", T("This day has passed."));
        problems.AddIf(input.Owner is { } owner && owner != db.Viewer.PersonId && !await Doers(db).AnyAsync(p => p.Id == owner, ct), "Owner", T("Choose somebody here who works on deals."));
        var with = input.Person is null ? null : await db.PeopleOfDeal(deal!.Id).Where(p => p.Id == input.Person).Select(p => new { p.ContactId }).FirstOrDefaultAsync(ct);
        problems.AddIf(input.Person is not null && with is null, "Person", T("Choose somebody who has a part in this deal."));
        if (problems.Any) return Outcome.Invalid(problems);
        await db.BeginAsync(deal!.Id, today, ct);
        var aim = string.IsNullOrWhiteSpace(input.AimsAt) ? null : input.AimsAt;
        // Of whom it is, so that the task goes with them where they are erased.
        var contact = with?.ContactId ?? (aim is not null && Guid.TryParse(aim[(aim.LastIndexOf(':') + 1)..], out var person) ? await db.PeopleOfDeal(deal.Id).Where(p => p.Id == person).Select(p => p.ContactId).FirstOrDefaultAsync(ct) : null);
        db.AddTask(new AboutRecord(Kinds.Opportunity, deal.Id, deal.AccountId), input.Title!, input.DueOn, input.Owner ?? db.Viewer.PersonId, aim, contact, string.IsNullOrWhiteSpace(input.Expected) ? null : input.Expected.Trim());
        await db.SaveChangesAsync(ct);
        return new AgreedAction(input.Title!, input.DueOn, aim);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var agreed = await Do(input, db, clock, ct);
        return agreed.View is { } action ? Outcome.Done(new WentBack(LocalPath.Or(input.Back, $"/opportunities/{input.Id}/plan#actions"))).Saying(action.AimsAt is null ? T("Agreed: {0}. It removes no warning and uses no strength: is it worth it?", action.Title) : T("Agreed: {0}", action.Title)) : agreed.No;
    }

    /// <summary>What the whole form offers: who of us, and who of theirs.</summary>
    public static async Task<Outcome<ActionFormView>> Form(ShowPlan.One input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var read = await ShowPlan.Form(input, db, clock, ct);
        if (read.View is not { } plan) return read.No;
        var people = await Doers(db).OrderBy(p => p.FoldedName).Take(MostPeople).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        return new ActionFormView(plan, [.. people.Select(p => new Choice(p.Id.ToString(), p.Name))], db.Viewer.PersonId);
    }

    private const int MostPeople = 500;

    // Those whose work is deals: nobody is given what they could not open.
    private static IQueryable<PersonRow> Doers(AppDb db)
    {
        IReadOnlyList<Role> roles = [.. Enum.GetValues<Role>().Where(r => r.Allows(Permission.SeeFunnel))];
        return db.PersonRows().Where(p => p.IsHere && roles.Contains(p.Role));
    }
}

/// <summary>What agreeing an action starts with.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Ours">Who of us may do it.</param>
/// <param name="Me">Who does it where nobody else is named.</param>
public sealed record ActionFormView(DealPlan Plan, IReadOnlyList<Choice> Ours, Guid Me);

/// <summary>A task of the plan.</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="DueOn">By when.</param>
/// <param name="AimsAt">What it would settle.</param>
public sealed record AgreedAction(string Title, DateOnly? DueOn, string? AimsAt);
