using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Privacy;

/// <summary>Everything about a contact or a lead as a file, for who may erase: the same office answers both requests.</summary>
internal static class ShowContactData
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<PersonDataView>> OfContact(Input input, AppDb db, IEnumerable<IPersonData> data, TimeProvider clock, CancellationToken ct) =>
        await ContactAsync(db, input.Id, ct) is { } name ? await PersonDataAct.ShowAsync(db, data, Kinds.Contact, input.Id, $"/contacts/{input.Id}", name, clock.GetUtcNow().UtcDateTime, ct) : Outcome.Missing;

    public static async Task<Outcome<PersonDataView>> OfLead(Input input, AppDb db, IEnumerable<IPersonData> data, TimeProvider clock, CancellationToken ct) =>
        await LeadAsync(db, input.Id, ct) is { } name ? await PersonDataAct.ShowAsync(db, data, Kinds.Lead, input.Id, $"/leads/{input.Id}", name, clock.GetUtcNow().UtcDateTime, ct) : Outcome.Missing;

    public static async Task<Outcome<PersonExportAsked>> AskContact(Input input, AppDb db, CancellationToken ct) =>
        await ContactAsync(db, input.Id, ct) is null ? Outcome.Missing : await PersonDataAct.AskAsync(db, Kinds.Contact, input.Id, $"/contacts/{input.Id}/data", ct);

    public static async Task<Outcome<PersonExportAsked>> AskLead(Input input, AppDb db, CancellationToken ct) =>
        await LeadAsync(db, input.Id, ct) is null ? Outcome.Missing : await PersonDataAct.AskAsync(db, Kinds.Lead, input.Id, $"/leads/{input.Id}/data", ct);

    private static Task<string?> ContactAsync(AppDb db, Guid id, CancellationToken ct) => db.RowsWithRemoved<Contact>().Reached(db, Kinds.Contact).Where(c => c.Id == id).Select(c => c.Name).SingleOrDefaultAsync(ct);

    private static Task<string?> LeadAsync(AppDb db, Guid id, CancellationToken ct) => db.RowsWithRemoved<Lead>().Reached(db, Kinds.Lead).Where(l => l.Id == id).Select(l => l.Name).SingleOrDefaultAsync(ct);
}
