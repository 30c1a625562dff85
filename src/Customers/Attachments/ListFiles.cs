using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Attachments;

/// <summary>The files on one record, the latest twenty.</summary>
internal static class ListFiles
{
    public sealed record Input : FileRecord;

    public static async Task<Outcome<IReadOnlyList<AttachmentView>>> Read(Input input, AppDb db, CancellationToken ct)
    {
        if (input.ContactId is { } contact) return Outcome.Done(await AttachmentView.OfAsync(db, a => a.ContactId == contact, ct));
        if (input.LeadId is { } lead) return Outcome.Done(await AttachmentView.OfAsync(db, a => a.AboutKind == Kinds.Lead && a.AboutId == lead, ct));
        if (input.DealId is { } deal) return Outcome.Done(await AttachmentView.OfAsync(db, a => a.AboutKind == FileRecord.Deal && a.AboutId == deal, ct));
        return input.AccountId is { } account ? Outcome.Done(await AttachmentView.OfAsync(db, a => a.AccountId == account, ct)) : Outcome.Invalid("AccountId", T("Say which record: its account, contact, lead or deal."));
    }
}
