using Coxswain.Customers.Activities;
using Coxswain.Customers.Duplicates.Matching;
using Coxswain.Customers.Duplicates.Typing;
using Coxswain.Customers.Records;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Leads;

/// <summary>Adds a lead.</summary>
internal static class CreateLead
{
    public sealed record Input : LeadFields
    {
        /// <summary>Refused where it is certain that we know them already.</summary>
        public bool UnlessKnown { get; init; }

        /// <summary>When they came to us; today, where nobody says.</summary>
        public DateOnly? CameOn { get; init; }
    }

    public sealed record Known { public string? Company { get; init; } }

    /// <summary>Shows the form, with the company filled in where it is known.</summary>
    public static Task<Outcome<NewLeadView>> Form(Known input, AppDb db) => Task.FromResult(Outcome.Done(new NewLeadView(input.Company, db.Reaches.Fields.Locked(Kinds.Lead))));

    public static async Task<Outcome<LeadView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var problems = input.Check(named: true);
        if (input.OwnerId is { } owner && owner != db.Viewer.PersonId && !await db.IsHereAsync(owner, ct)) problems.Add("OwnerId", T("Choose someone who is here."));
        var today = await ListTasks.TodayAsync(db, clock, ct);
        problems.AddIf(input.CameOn > today, "CameOn", T("This has not happened yet: make it a task."));
        if (problems.Any) return Outcome.Invalid(problems);
        var lead = new Lead
        {
            Name = input.Name!, OwnerId = input.OwnerId ?? db.Viewer.PersonId, Company = input.Company, Title = input.Title, Email = input.Email, Phone = input.Phone, PhoneE164 = Phones.E164(input.Phone, Phones.Region),
            Source = input.Source, Need = input.Need, CameOn = input.CameOn ?? today, Status = LeadStatus.New,
        };
        await CustomTaking.TakeAsync(db, Kinds.Lead, lead, input.Custom, problems, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        var alike = await KnownLeads.OfAsync(new() { Name = lead.Name, Company = lead.Company, Email = lead.Email, Phone = lead.Phone }, db, null, ct);
        if (input.UnlessKnown && alike.FirstOrDefault(k => k.Score is null or >= Points.Certain) is { } there) return Outcome.Invalid("Name", there.Name is null ? T("Already known, ask the owner: {0}.", there.OwnerName ?? T("nobody")) : T("Already known: {0}.", there.Name));
        db.Add(lead);
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await LeadView.OneAsync(db, lead.Id, ct))! with { LooksLike = alike }).Saying(T("{0} is added.", lead.Name), $"/leads/{lead.Id}/removals");
    }
}

/// <summary>What the form starts with.</summary>
public sealed record NewLeadView(string? Company, IReadOnlySet<string> Locked);
