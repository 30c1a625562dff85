using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Maps;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>Names who has a part in a deal: somebody of the account, somebody from outside it, or a role of which nobody is known yet.</summary>
internal static class NamePerson
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>Somebody on the map of its account.</summary>
        public Guid? Person { get; init; }

        /// <summary>A contact.</summary>
        public Guid? Contact { get; init; }

        /// <summary>The name or e-mail address of a contact of another account.</summary>
        [StringLength(200)]
        public string? Called { get; init; }

        /// <summary>What they do there, where nobody knows who it is; or the committee.</summary>
        [StringLength(120)]
        public string? Placeholder { get; init; }
        public DealPart? Part { get; init; }

        /// <summary>The placeholder is a committee that decides with one voice.</summary>
        public bool IsBody { get; init; }

        /// <summary>One of us, who guides us there.</summary>
        public Guid? Colleague { get; init; }

        /// <summary>What shows it.</summary>
        [StringLength(500)]
        public string? Evidence { get; init; }
    }

    public static async Task<Outcome<NamedPerson>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, today, no) = await db.PlanForChangeAsync(input.Id, clock, ct);
        if (no is not null) return no;
        var problems = new Problems().AddIf(input.Part is null, "Part", T("Please fill this in."));
        var contact = input.Contact;
        if (contact is null && !string.IsNullOrWhiteSpace(input.Called))
        {
            contact = await db.ContactCalledAsync(input.Called, ct);
            problems.AddIf(contact is null, "Called", T("No contact here is called that, or more than one is: try the e-mail address, or add them as a contact first."));
        }
        if (problems.Any || await db.SayPartAsync(deal!, new(input.Person, contact, input.Placeholder, input.Part!.Value, input.Evidence) { IsBody = input.IsBody, ColleagueId = input.Colleague }, today, problems, ct) is not { } said) return Outcome.Invalid(problems);
        await db.BeginAsync(deal!.Id, today, ct);
        await db.SaveChangesAsync(ct);
        return new NamedPerson(said.Person, said.Part, input.Part!.Value);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var named = await Do(input, db, clock, ct);
        return named.View is { } person ? Outcome.Done(new WentBack($"/opportunities/{input.Id}/plan?person={person.Id}#person")).Saying(T("Noted: {0}", PlanWords.Role(person.Part)), $"/map-parts/{person.PartId}/removals?back={Uri.EscapeDataString($"/opportunities/{input.Id}/plan")}") : named.No;
    }

    public sealed record Show
    {
        public Guid Id { get; init; }

        /// <summary>Which part it begins with.</summary>
        public DealPart? Part { get; init; }
    }

    public static async Task<Outcome<NamePersonView>> Form(Show input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        // Whose plan it is, is all the form asks of it.
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var plan = PlanReading.Put(deal, (await Standing.ReadAsync(db, clock, ct)).Today, [], [], new PlanBeside([], [], [], 0) { StaleAfter = DealPlan.UsualStaleAfter });
        return new NamePersonView(plan, plan.AccountId is { } account ? await db.ContactChoicesAsync(account, ct) : [], input.Part) { Ours = await ShowPlan.OursAsync(db, ct) };
    }
}

/// <summary>Who was named.</summary>
/// <param name="Id">Their place on the map.</param>
/// <param name="PartId">Their part in the deal.</param>
/// <param name="Part">Which it is.</param>
public sealed record NamedPerson(Guid Id, Guid PartId, [property: JsonConverter(typeof(JsonStringEnumConverter<DealPart>))] DealPart Part);

/// <summary>What the form starts with.</summary>
public sealed record NamePersonView(DealPlan Plan, IReadOnlyList<Choice> Contacts, DealPart? Part)
{
    /// <summary>Who of us could guide there.</summary>
    public IReadOnlyList<Choice> Ours { get; init; } = [];
}
