using System.Globalization;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MimeKit;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Capture.Mail;

/// <summary>
/// Reads a mailbox by IMAP and never changes it: folders are only examined, bodies only peeked at. What was read is remembered message by
/// message, so that a fetch that is cut off goes on where it was.
/// </summary>
internal sealed class Mailbox(MailFiler filer) : IFeedReader
{
    private const int AtOnce = 25;
    private const int MostOfOneFetch = 500;
    private const long LargestMail = 25 << 20;
    private const long LargestTalk = 4 << 20;
    private static readonly TimeSpan Back = TimeSpan.FromDays(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly HeaderSet Heads = new([HeaderId.From, HeaderId.To, HeaderId.Cc, HeaderId.Bcc, HeaderId.Date, HeaderId.MessageId, HeaderId.AutoSubmitted, HeaderId.ListId, HeaderId.Precedence, HeaderId.ContentType, HeaderId.ReturnPath]);

    private static readonly string[] SentNames =
    [
        "sent", "sent items", "sent messages", "sent mail", "sent-mail", "gesendet", "gesendete elemente", "gesendete objekte", "gesendete nachrichten", "elements envoyes", "messages envoyes", "envoyes",
        "elementos enviados", "mensajes enviados", "enviados", "itens enviados", "posta inviata", "elementi inviati", "inviati", "inviata", "verzonden items", "verzonden berichten", "verzonden", "sendte elementer", "sendt post", "sendt",
    ];

    public bool Reads(FeedKind kind) => kind is FeedKind.Mailbox or FeedKind.SharedMailbox;

    public async Task ReadAsync(AppDb db, Fetching fetching, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try { await TalkAsync(db, fetching, patience.Token); }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { throw new OutsideException(OutsideFault.TooSlow); }
        catch (Exception failure) when (MailLine.Of(failure, fetching.Feed.Host) is { } fault) { throw fault; }
    }

    private async Task TalkAsync(AppDb db, Fetching fetching, CancellationToken ct)
    {
        var feed = fetching.Feed;
        if (feed.Security is MailSecurity.None && !fetching.Rules.Listed.Has(feed.Host)) throw new OutsideException(OutsideFault.NotEncrypted);
        await using var line = new BoundedStream(await OutsideLine.ConnectAsync(feed.Host, feed.Port ?? 993, fetching.Rules.Listed, ct), LargestTalk);
        // Asking whether a certificate was called back would tell a third machine whom we talk to.
        using var client = new ImapClient { CheckCertificateRevocation = false };
        await client.ConnectAsync(line, feed.Host, feed.Port ?? 993, feed.Security.Options(), ct);
        await client.AuthenticateAsync(feed.User ?? "", fetching.Secret, ct);
        var settling = await filer.BeginAsync(db, fetching, ct);
        foreach (var folder in await FoldersAsync(client, fetching, ct)) await ReadAsync(db, fetching, settling, client, folder, line, ct);
        await client.DisconnectAsync(true, ct);
    }

    private static async Task<IReadOnlyList<IMailFolder>> FoldersAsync(ImapClient client, Fetching fetching, CancellationToken ct)
    {
        var feed = fetching.Feed;
        var named = (feed.Folders ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (named.Length == 0 && feed.Kind is FeedKind.SharedMailbox) return [client.Inbox!];
        if (named.Length == 0 && await SentAsync(client, ct) is { } sent) return [client.Inbox!, sent];
        if (named.Length == 0)
        {
            fetching.Tally.Skip(SkipReason.NoSentFolder, "");
            return [client.Inbox!];
        }
        var folders = new List<IMailFolder>();
        foreach (var name in named) folders.Add(await client.GetFolderAsync(name, ct));
        return folders;
    }

    // Where the server does not say which folder holds what was sent, it is known by the name that mail programs give it.
    private static async Task<IMailFolder?> SentAsync(ImapClient client, CancellationToken ct)
    {
        if ((client.Capabilities & (ImapCapabilities.SpecialUse | ImapCapabilities.XList)) != 0 && client.GetFolder(SpecialFolder.Sent) is { } said) return said;
        if (client.PersonalNamespaces is not [var own, ..]) return null;
        var folders = (await client.GetFoldersAsync(own, cancellationToken: ct)).Where(f => (f.Attributes & (FolderAttributes.NoSelect | FolderAttributes.NonExistent)) == 0);
        return folders.Select(f => (Folder: f, Rank: Array.IndexOf(SentNames, Folding.Fold(f.Name)))).Where(f => f.Rank >= 0).OrderBy(f => f.Rank).ThenBy(f => f.Folder.FullName.Length).Select(f => f.Folder).FirstOrDefault();
    }

    private static async Task ReadAsync(AppDb db, Fetching fetching, MailSettling settling, ImapClient client, IMailFolder folder, BoundedStream line, CancellationToken ct)
    {
        line.Allow(LargestTalk);
        await folder.OpenAsync(FolderAccess.ReadOnly, ct);
        var place = await PlaceAsync(db, fetching, folder, ct);
        var found = place.LastUid == 0 ? await folder.SearchAsync(SearchQuery.DeliveredAfter((fetching.Now - Back).Date), ct) : await folder.SearchAsync(SearchQuery.Uids(new UniqueIdRange(new UniqueId((uint)place.LastUid + 1), UniqueId.MaxValue)), ct);
        foreach (var batch in found.Where(u => u.Id > place.LastUid).Order().Distinct().Take(MostOfOneFetch).Chunk(AtOnce))
        {
            line.Allow(LargestTalk);
            var heads = await folder.FetchAsync(batch, new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate, Heads), ct);
            foreach (var head in heads.Where(h => batch.Contains(h.UniqueId)).OrderBy(h => h.UniqueId))
            {
                await OneAsync(settling, fetching, folder, head, line, ct);
                place.LastUid = head.UniqueId.Id;
                await db.SaveChangesAsync(ct);
            }
        }
        await db.SaveChangesAsync(ct);
        await folder.CloseAsync(false, ct);
    }

    private static async Task OneAsync(MailSettling settling, Fetching fetching, IMailFolder folder, IMessageSummary head, BoundedStream line, CancellationToken ct)
    {
        var which = $"{folder.FullName} {head.UniqueId.Id.ToString(CultureInfo.InvariantCulture)}";
        if (head.Headers is null) { fetching.Tally.Skip(SkipReason.Malformed, which); return; }
        if (Automatic.Is(head.Headers)) { fetching.Tally.Skip(SkipReason.Automatic, which); return; }
        if (settling.Judge(head.Headers) is { } reason) { fetching.Tally.Skip(reason, which); return; }
        if (head.Size > LargestMail) { fetching.Tally.Skip(SkipReason.TooLarge, which); return; }
        // Read once more after it was another one than its head said: what comes behind it may not wait for it for good.
        if (fetching.Feed is { Fault: OutsideFault.Lied } feed && feed.FaultDetail == which) { fetching.Tally.Skip(SkipReason.Malformed, which); return; }
        line.Allow(LargestMail + LargestTalk);
        MimeMessage message;
        try { message = await folder.GetMessageAsync(head.UniqueId, ct); }
        catch (MessageNotFoundException) { return; }
        catch (FormatException) { fetching.Tally.Skip(SkipReason.Malformed, which); return; }
        using (message)
        {
            // Cut short or another one than its head said.
            if (Differs(HeaderId.MessageId) || Differs(HeaderId.From)) throw new OutsideException(OutsideFault.Lied, which);
            if (Letter.Of(message, head.InternalDate?.UtcDateTime ?? fetching.Now, fetching.Now) is { } letter) await settling.TakeAsync(message, letter, which, ct);
            else fetching.Tally.Skip(SkipReason.Malformed, which);
        }

        bool Differs(HeaderId id) => head.Headers[id]?.Trim() is { } said && said != message.Headers[id]?.Trim();
    }

    private static async Task<FeedFolder> PlaceAsync(AppDb db, Fetching fetching, IMailFolder folder, CancellationToken ct)
    {
        var (id, name, validity) = (fetching.Feed.Id, folder.FullName, (long)folder.UidValidity);
        var place = await db.Rows<FeedFolder>().SingleOrDefaultAsync(f => f.FeedId == id && f.Name == name, ct);
        if (place is null) db.Add(place = new FeedFolder { FeedId = id, Name = name, Validity = validity });
        else if (place.Validity != validity)
        {
            // Its numbers mean other messages now. What was known is known by its own name, so nothing is filed twice.
            (place.Validity, place.LastUid) = (validity, 0);
            fetching.Tally.Skip(SkipReason.FolderAnew, name);
        }
        return place;
    }
}
