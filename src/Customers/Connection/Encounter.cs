using Coxswain.Customers.Activities;
using Coxswain.Customers.Capture;
using Coxswain.Platform.Data;
namespace Coxswain.Customers.Connection;

/// <summary>One of us in touch with one of them. A touch is kept with one contact and one of us; whoever else was in the mail or the meeting it was captured from was in touch, too.</summary>
internal sealed record Encounter
{
    public required Guid? ContactId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid TouchId { get; init; }
    public required DateTime OccurredAt { get; init; }

    /// <param name="db">The database.</param>
    /// <param name="touches">Those the viewer sees.</param>
    /// <param name="contacts">With whom.</param>
    /// <param name="accountId">Their account: a mail to two accounts is a touch of each.</param>
    public static IQueryable<Encounter> Of(AppDb db, IQueryable<Interaction> touches, IQueryable<Guid> contacts, Guid accountId)
    {
        var kept = touches.Where(i => contacts.Contains(i.ContactId!.Value)).Select(i => new Encounter { ContactId = i.ContactId, PersonId = i.OwnerId, TouchId = i.Id, OccurredAt = i.OccurredAt });
        var within = from a in db.Rows<CapturedAddress>() where contacts.Contains(a.ContactId!.Value)
                     join c in db.Rows<Captured>() on a.CapturedId equals c.Id where c.State == CapturedState.Filed
                     join t in db.Rows<CapturedTouch>() on c.Id equals t.CapturedId
                     join i in touches on t.InteractionId equals i.Id where i.AccountId == accountId || i.ContactId == a.ContactId
                     select new Encounter { ContactId = a.ContactId, PersonId = c.PersonId, TouchId = i.Id, OccurredAt = i.OccurredAt };
        // Each once: whom a touch is kept with stands in its mail, too.
        return kept.Union(within);
    }
}
