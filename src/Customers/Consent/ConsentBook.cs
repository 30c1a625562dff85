using Coxswain.Customers.Capture;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Consent;

/// <summary>
/// Answers whether an address may be written to, from all who have it: one person may stand here twice, and what one of the two refused the
/// other has not given. Who was taken away for a month counts, too. Suppression comes first.
/// </summary>
internal sealed class ConsentBook : IConsentBook
{
    public async Task<ConsentAnswer> AskAsync(AppDb db, string address, Channel channel, Purpose purpose, string? topic, CancellationToken ct)
    {
        if (Addresses.Clean(address) is not { } clean) return new(null, null, T("{0} is not a mail address.", address));
        if (await SuppressionBook.FindAsync(db, clean, ct) is { } stopped) return new(null, null, ConsentWords.Stopped(stopped, clean));
        var folded = Folding.Fold(clean);
        var (contacts, leads) = (db.RowsWithRemoved<Contact>().Where(c => c.FoldedEmail == folded).Select(c => (Guid?)c.Id), db.RowsWithRemoved<Lead>().Where(l => l.FoldedEmail == folded).Select(l => (Guid?)l.Id));
        var entries = await ConsentReading.EntriesAsync(db.Rows<ConsentEntry>().Where(e => contacts.Contains(e.ContactId) || leads.Contains(e.LeadId)), ct);
        return ConsentRule.Deciding(entries, channel, purpose, topic) switch
        {
            null => new(null, null, T("Nothing is recorded that allows it: no consent, no contract, no legitimate interest.")),
            { IsGiven: false } no => new(null, null, T("They refused it on {0}.", DayText.Whole(no.On))),
            var yes => new(yes.Ground, yes.Id, null),
        };
    }
}

/// <summary>Entries go on with whom they are about.</summary>
internal static class ConsentMoving
{
    /// <summary>A lead has become a contact, or two contacts are one: what was said about being written to is theirs. The caller saves.</summary>
    /// <param name="db">The caller's.</param>
    /// <param name="of">Whose entries.</param>
    /// <param name="contactId">Whom they are about now.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task ToContactAsync(AppDb db, System.Linq.Expressions.Expression<Func<ConsentEntry, bool>> of, Guid contactId, CancellationToken ct)
    {
        foreach (var entry in await db.Rows<ConsentEntry>().Where(of).ToListAsync(ct)) entry.ContactId = contactId;
    }
}
