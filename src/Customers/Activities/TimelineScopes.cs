using Coxswain.Customers.Attachments;
using Coxswain.Customers.Capture;
using Coxswain.Customers.Duplicates;
using Coxswain.Platform.Data;
namespace Coxswain.Customers.Activities;

/// <summary>What belongs on whose timeline, on its page and on the record's.</summary>
internal static class TimelineScopes
{
    public static RecordTimeline.Scope OfAccount(AppDb db, Guid id) => new(e => e.TimelineId == id || e.SubjectId == id, i => i.AccountId == id) { Gone = MergeKind.Of(Kinds.Account)!.GoneInto(db, id) };

    public static RecordTimeline.Scope OfContact(AppDb db, Guid id, Guid? accountId)
    {
        var also = Reading.AlsoWith(db, id);
        return new(e => e.SubjectId == id, i => i.ContactId == id)
        {
            Gone = MergeKind.Of(Kinds.Contact)!.GoneInto(db, id), Also = i => i.ContactId != id && i.AccountId == accountId && also.Contains(i.Id),
            Things = [db.RowsWithRemoved<Attachment>().Where(a => a.ContactId == id).Select(a => a.Id), db.RowsWithRemoved<Todo>().Where(t => t.ContactId == id).Select(t => t.Id)],
        };
    }

    public static RecordTimeline.Scope OfLead(AppDb db, Guid id) => new(e => e.SubjectId == id, i => i.AboutId == id)
    {
        Gone = MergeKind.Of(Kinds.Lead)!.GoneInto(db, id),
        Things = [db.RowsWithRemoved<Attachment>().Where(a => a.AboutId == id).Select(a => a.Id), db.RowsWithRemoved<Todo>().Where(t => t.AboutId == id).Select(t => t.Id)],
    };
}
