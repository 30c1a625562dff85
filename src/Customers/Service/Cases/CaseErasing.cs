using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Cases;

/// <summary>Takes a contact out of cases: that there was one, and how it was found, stays; with whom, and what names them, does not.</summary>
internal static class CaseErasing
{
    public static Task ForgetAsync(AppDb db, Guid contactId, Blot blot, CancellationToken ct)
    {
        var without = T("Case of an erased contact");
        return db.RewriteRecordsAsync(db.RowsWithRemoved<ServiceCase>().Where(c => c.ContactId == contactId), Forget, blot, ct);

        void Forget(ServiceCase kept)
        {
            if (blot.Names(kept.Subject)) kept.Subject = without;
            if (blot.Names(kept.RatedFrom)) kept.RatedFrom = null;
            // The key would lead back to them in the help desk.
            (kept.ContactId, kept.SourceId) = (null, null);
        }
    }
}
