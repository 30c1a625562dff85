using System.Text.Json;
using Coxswain.Customers.Capture.Calendars;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
namespace Coxswain.Customers.Capture.Mail;

/// <summary>Files mails: of one's own mailbox for oneself, of a shared one for the colleague who sent it there.</summary>
internal sealed class MailFiler(IServiceScopeFactory scopes, IPeopleNow people)
{
    public async Task<MailSettling> BeginAsync(AppDb db, Fetching fetching, CancellationToken ct)
    {
        if (fetching.Feed.Kind is FeedKind.Mailbox) return new OwnMail(fetching, scopes, db.Viewer, await Filing.OfAsync(db, fetching.Feed.PersonId, fetching.Rules, ct));
        var colleagues = (await db.PersonAddresses().ToListAsync(ct)).Select(p => (Address: Addresses.Clean(p.Email), p.PersonId)).Where(p => p.Address is not null).GroupBy(p => p.Address!).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().PersonId);
        return new SharedMail(fetching, scopes, db, people, colleagues);
    }
}

/// <summary>Takes mails of one mailbox over.</summary>
internal abstract class MailSettling(Fetching fetching, IServiceScopeFactory scopes)
{
    /// <summary>Why one is not even fetched whole; null where it is.</summary>
    public abstract SkipReason? Judge(HeaderList heads);

    public abstract Task TakeAsync(MimeMessage message, Letter letter, string which, CancellationToken ct);

    protected static IReadOnlyList<Someone> People(HeaderList heads) => Letter.PeopleIn(List(heads, HeaderId.From), List(heads, HeaderId.To), List(heads, HeaderId.Cc), List(heads, HeaderId.Bcc));

    /// <summary>Nobody is left in a mail that names no recipient, or only who wrote it: there the real ones had a blind copy.</summary>
    protected static SkipReason? Truly(SkipReason? reason, IReadOnlyList<Someone> people) =>
        reason is SkipReason.NobodyElse || reason is SkipReason.Colleagues && people.All(p => p.Part is Part.From) ? SkipReason.BlindCopies : reason;

    /// <summary>Keeps it for this person and files it with their eyes, in a scope of its own: what fails here leaves nothing behind.</summary>
    protected async Task KeepAsync(Viewer viewer, Filing filing, Letter letter, string which, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(viewer);
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            if (await IsKnownAsync(db, viewer.PersonId, letter, which, ct)) return;
            try { await AddAsync(db, filing.In(db), viewer.PersonId, letter, which, ct); return; }
            // A colleague's fetch filed the same mail in the same moment: this one joins it.
            catch (DbUpdateException) when (tries < 3) { }
        }
    }

    private async Task<bool> IsKnownAsync(AppDb db, Guid person, Letter letter, string which, CancellationToken ct)
    {
        if (await db.Rows<Captured>().Where(c => c.PersonId == person && c.Key == letter.Key).Select(c => (CapturedState?)c.State).SingleOrDefaultAsync(ct) is not { } state) return false;
        fetching.Tally.Skip(state is CapturedState.Erased ? SkipReason.Erased : SkipReason.Known, which);
        return true;
    }

    private async Task AddAsync(AppDb db, Filing filing, Guid person, Letter letter, string which, CancellationToken ct)
    {
        var captured = new Captured
        {
            FeedId = fetching.Feed.Id, PersonId = person, Kind = CapturedKind.Mail, Key = letter.Key, State = CapturedState.Waiting, OccurredAt = letter.At, Subject = letter.Subject, Text = letter.Text, Files = letter.Files.Count == 0 ? null : JsonSerializer.Serialize(letter.Files),
            Inbound = letter.People.FirstOrDefault(p => p.Part is Part.From) is { } sender ? !filing.IsOurs(sender.Address) : null,
        };
        var addresses = letter.People.Select(p => new CapturedAddress { CapturedId = captured.Id, Address = p.Address, Name = p.Name, Part = p.Part, IsOutside = !filing.IsOurs(p.Address) }).ToList();
        db.Add(captured);
        db.AddRange(addresses);
        var settled = await filing.SettleAsync(captured, addresses, ct);
        await db.SaveChangesAsync(ct);
        fetching.Tally.Fetched++;
        if (letter.IsDatedAsForwarded) fetching.Tally.Skip(SkipReason.DatedAsForwarded, which);
        fetching.Tally.Settle(settled, which);
    }

    private static InternetAddressList List(HeaderList heads, HeaderId id) => heads[id] is { } text && InternetAddressList.TryParse(text, out var list) ? list : [];
}

/// <summary>One's own mailbox.</summary>
internal sealed class OwnMail(Fetching fetching, IServiceScopeFactory scopes, Viewer viewer, Filing filing) : MailSettling(fetching, scopes)
{
    public override SkipReason? Judge(HeaderList heads) => People(heads) is { Count: > 0 } people && people.Any(p => p.Part is Part.From) ? Truly(filing.Judge(people), people) : SkipReason.Malformed;

    public override Task TakeAsync(MimeMessage message, Letter letter, string which, CancellationToken ct) => KeepAsync(viewer, filing, letter, which, ct);
}

/// <summary>The address for blind copies and forwarding. Whoever of us sent it there is whose it is.</summary>
internal sealed class SharedMail(Fetching fetching, IServiceScopeFactory scopes, AppDb db, IPeopleNow people, IReadOnlyDictionary<string, Guid> colleagues) : MailSettling(fetching, scopes)
{
    private readonly Fetching _fetching = fetching;
    private readonly Dictionary<Guid, (Viewer? Viewer, Filing? Filing)> _known = [];

    public override SkipReason? Judge(HeaderList heads) => People(heads).FirstOrDefault(p => p.Part is Part.From) is { } sender ? colleagues.ContainsKey(sender.Address) ? null : SkipReason.NotFromUs : SkipReason.Malformed;

    public override async Task TakeAsync(MimeMessage message, Letter letter, string which, CancellationToken ct)
    {
        var sender = letter.People.First(p => p.Part is Part.From).Address;
        if (!colleagues.TryGetValue(sender, out var person) || await ViewerAsync(person, ct) is not { Viewer: { } viewer, Filing: { } filing }) { _fetching.Tally.Skip(SkipReason.NotFromUs, which); return; }
        var mail = WithoutUs(letter);
        // A blind copy has a customer in it; what was sent here alone is a mail that was forwarded.
        if (filing.Judge(mail.People) is SkipReason.Colleagues or SkipReason.NobodyElse)
        {
            if (Forwarded.Of(message, letter, _fetching.Now, TimeZoneInfo.TryFindSystemTimeZoneById(viewer.Periods?.TimeZone ?? "", out var zone) ? zone : TimeZoneInfo.Utc) is not { } original)
            {
                _fetching.Tally.Skip(Forwarded.CallsItself(letter) ? SkipReason.NoOriginal : Truly(filing.Judge(mail.People), mail.People)!.Value, which);
                return;
            }
            mail = WithoutUs(original);
        }
        if (filing.Judge(mail.People) is { } reason) { _fetching.Tally.Skip(reason, which); return; }
        await KeepAsync(viewer, filing, mail, which, ct);
    }

    private Letter WithoutUs(Letter letter) => letter with { People = [.. letter.People.Where(p => p.Address != Addresses.Clean(_fetching.Feed.Address) && p.Address != Addresses.Clean(_fetching.Feed.User))] };

    private async Task<(Viewer? Viewer, Filing? Filing)> ViewerAsync(Guid person, CancellationToken ct)
    {
        if (_known.TryGetValue(person, out var known)) return known;
        var viewer = await people.FindAsync(db, person, ct);
        return _known[person] = viewer is not null && viewer.May(Permission.EditCustomers) ? (viewer, await Filing.OfAsync(db, person, _fetching.Rules, ct)) : (null, null);
    }
}
