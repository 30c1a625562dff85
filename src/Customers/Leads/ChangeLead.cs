using Coxswain.Customers.Records;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Leads;

/// <summary>Changes fields of a lead: those that were sent, the others stay.</summary>
internal static class ChangeLead
{
    public sealed record Input : LeadFields, IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>New or in work; what it became and how it ended are said by their own acts.</summary>
        public LeadStatus? Status { get; init; }
        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<LeadView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (found, no) = await db.LeadForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var lead = found!;
        var problems = input.Check(named: input.Has("Name"));
        if (input.Has("OwnerId") && input.OwnerId != lead.OwnerId && !(input.OwnerId is { } owner && await db.IsHereAsync(owner, ct))) problems.Add("OwnerId", T("Choose someone who is here."));
        problems.AddIf(input.Has("Status") && input.Status != lead.Status && (input.Status is not (LeadStatus.New or LeadStatus.Working) || lead.Status is LeadStatus.Converted or LeadStatus.Closed), "Status", T("Only an open lead is new or in work; open it again first."));
        if (problems.Any) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(lead, lead.Drawn(input.Version), ct);
        Take(input, lead, merge);
        await CustomTaking.TakeAsync(db, Kinds.Lead, lead, input.Custom, problems, ct, merge);
        if (problems.Any) return Outcome.Invalid(problems);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return (await LeadView.OneAsync(db, lead.Id, ct))!;
    }

    public static async Task<Outcome<FactsView>> OnPage(Input input, AppDb db, CancellationToken ct)
    {
        var outcome = await Do(input, db, ct);
        if (!outcome.IsDone) return outcome.No;
        var shown = await ShowLead.Facts(new() { Id = input.Id }, db, ct);
        return shown.View is { } facts ? facts with { IsSaved = true } : Outcome.Missing;
    }

    private static void Take(Input input, Lead l, Merge merge)
    {
        if (input.Has("Name")) l.Name = merge.Take(nameof(l.Name), l.Name, input.Name!);
        if (input.Has("Company")) l.Company = merge.Take(nameof(l.Company), l.Company, input.Company);
        if (input.Has("Title")) l.Title = merge.Take(nameof(l.Title), l.Title, input.Title);
        if (input.Has("Email")) l.Email = merge.Take(nameof(l.Email), l.Email, input.Email);
        if (input.Has("Phone")) l.PhoneE164 = Phones.E164(l.Phone = merge.Take(nameof(l.Phone), l.Phone, input.Phone), Phones.Region);
        if (input.Has("Source")) l.Source = merge.Take(nameof(l.Source), l.Source, input.Source);
        if (input.Has("Need")) l.Need = merge.Take(nameof(l.Need), l.Need, input.Need);
        if (input.Has("Status") && input.Status is { } status) l.Status = merge.Take(nameof(l.Status), l.Status, status);
        if (input.Has("OwnerId")) l.OwnerId = merge.Take(nameof(l.OwnerId), l.OwnerId, input.OwnerId!.Value);
    }
}
