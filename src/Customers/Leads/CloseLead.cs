using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Leads;

/// <summary>A lead comes to nothing, and why.</summary>
internal static class CloseLead
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public LeadEnd? End { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (lead, no) = await db.LeadForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        if (input.End is null) return Outcome.Invalid("End", T("Why does it come to nothing?"));
        if (lead!.Status is LeadStatus.Converted) return Outcome.Refused(T("{0} is a contact already.", lead.Name));
        (lead.Status, lead.End) = (LeadStatus.Closed, input.End);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack($"/leads/{lead.Id}")).Saying(T("{0} came to nothing.", lead.Name), $"/leads/{lead.Id}/reopenings");
    }
}

/// <summary>A lead that came to nothing is worked on again.</summary>
internal static class ReopenLead
{
    public static async Task<Outcome<WentBack>> Do(CloseLead.Input input, AppDb db, CancellationToken ct)
    {
        var (lead, no) = await db.LeadForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        if (lead!.Status is LeadStatus.Converted) return Outcome.Refused(T("{0} is a contact already.", lead.Name));
        (lead.Status, lead.End) = (LeadStatus.Working, null);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack($"/leads/{lead.Id}")).Saying(T("{0} is open again.", lead.Name));
    }
}

/// <summary>Takes a lead away; for 30 days it can be brought back.</summary>
internal static class RemoveLead
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<Removed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await Removing.RemoveAsync(db, await db.LeadForChangeAsync(input.Id, ct), clock, l => l.Name, l => new Removed(l.Id, "/leads"), l => $"/leads/{l.Id}/restorations", ct);
}

/// <summary>Brings a removed lead back.</summary>
internal static class RestoreLead
{
    public static async Task<Outcome<Removed>> Do(RemoveLead.Input input, AppDb db, CancellationToken ct) =>
        await Removing.RestoreAsync(db, await db.LeadForChangeAsync(input.Id, ct, removed: true), l => l.Name, l => new Removed(l.Id, $"/leads/{l.Id}"), ct);
}
