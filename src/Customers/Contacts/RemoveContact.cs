using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Contacts;

/// <summary>Takes a contact away; for 30 days it can be brought back.</summary>
internal static class RemoveContact
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<Removed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (contact, no) = await db.ContactForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        contact!.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Removed(contact.Id, contact.AccountId is { } account ? $"/accounts/{account}" : "/contacts")).Saying(T("{0} is removed.", contact.Name), $"/contacts/{contact.Id}/restorations");
    }
}

/// <summary>Brings a removed contact back.</summary>
internal static class RestoreContact
{
    public static async Task<Outcome<Removed>> Do(RemoveContact.Input input, AppDb db, CancellationToken ct)
    {
        var (contact, no) = await db.ContactForChangeAsync(input.Id, ct, removed: true);
        if (no is not null) return no;
        contact!.RemovedAt = null;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Removed(contact.Id, $"/contacts/{contact.Id}")).Saying(T("{0} is back.", contact.Name));
    }
}
