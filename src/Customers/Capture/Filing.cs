using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Capture.Calendars;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.People;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Capture;

/// <summary>
/// Files what was captured from one person by who is in it, with the eyes of that person. An address that two contacts share is nobody's:
/// what matches nobody for certain waits for its owner.
/// </summary>
internal sealed class Filing
{
    private readonly AppDb _db;
    private readonly Guid _person;
    private readonly HashSet<string> _own;
    private readonly HashSet<string> _colleagues;
    private readonly HashSet<string> _domains;
    private readonly HashSet<string> _ignored;
    private readonly CaptureChoice _choice;

    private Filing(AppDb db, Guid person, CaptureChoice choice, HashSet<string> own, HashSet<string> colleagues, HashSet<string> domains, HashSet<string> ignored) =>
        (_db, _person, _choice, _own, _colleagues, _domains, _ignored) = (db, person, choice, own, colleagues, domains, ignored);

    /// <param name="db">Of that person.</param>
    /// <param name="person">Whose it is.</param>
    /// <param name="rules">What the organisation says is ours.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Filing> OfAsync(AppDb db, Guid person, CaptureRules rules, CancellationToken ct)
    {
        var choice = await db.Rows<CaptureChoice>().AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == person, ct) ?? new CaptureChoice { PersonId = person };
        var people = await db.PersonAddresses().ToListAsync(ct);
        var users = await db.Rows<Feed>().Where(f => f.PersonId == person && f.Kind != FeedKind.SharedMailbox && f.User != null).Select(f => f.User).ToListAsync(ct);
        var own = people.Where(p => p.PersonId == person).Select(p => p.Email).Concat(users).Select(Addresses.Clean).OfType<string>().Concat(Addresses.In(choice.OwnAddresses)).ToHashSet();
        return new Filing(db, person, choice, own, [.. people.Select(p => Addresses.Clean(p.Email)).OfType<string>()], [.. Addresses.Lines(rules.OurDomains).Select(d => d.TrimStart('@').ToLowerInvariant())],
            [.. await db.Rows<IgnoredAddress>().Where(i => i.PersonId == person).Select(i => i.Pattern).ToListAsync(ct)]);
    }

    /// <summary>The same in another scope of the same person.</summary>
    public Filing In(AppDb db) => new(db, _person, _choice, _own, _colleagues, _domains, _ignored);

    public bool IsOwn(string address) => _own.Contains(address);

    public bool IsOurs(string address) => _own.Contains(address) || _colleagues.Contains(address) || _domains.Contains(Addresses.DomainOf(address));

    public bool IsIgnored(string address) => _ignored.Contains(address) || _ignored.Contains("@" + Addresses.DomainOf(address));

    /// <summary>Why this is no touch of a customer's; null where it may be one.</summary>
    public SkipReason? Judge(IEnumerable<Someone> people)
    {
        var (all, others) = (people.Select(p => p.Address).ToList(), people.Select(p => p.Address).Where(a => !IsOurs(a)).ToList());
        if (others.Count == 0) return all.Any(a => !IsOwn(a)) ? SkipReason.Colleagues : SkipReason.NobodyElse;
        return others.All(IsIgnored) ? SkipReason.Ignored : null;
    }

    /// <summary>Files it, or lets it wait. The caller saves.</summary>
    /// <returns>What became of it.</returns>
    public async Task<Settled> SettleAsync(Captured captured, IReadOnlyList<CapturedAddress> addresses, CancellationToken ct)
    {
        var others = addresses.Where(a => a.IsOutside && !IsOurs(a.Address)).ToList();
        var known = await PartiesAsync([.. others.Select(a => a.Address)], ct);
        var certain = others.Where(a => known[a.Address].Count() == 1).ToList();
        if (certain.Count == 0)
        {
            (captured.State, captured.Why) = (CapturedState.Waiting, others.Any(a => known[a.Address].Any()) ? WaitReason.Several : WaitReason.Nobody);
            return Settled.Waits;
        }
        var settled = Settled.TakenAway;
        // Whom it is from or goes to stands before who has a copy.
        foreach (var party in certain.OrderBy(a => a.Part).Select(a => (Address: a, Party: known[a.Address].Single())).GroupBy(p => p.Party.Key).ToList())
        {
            foreach (var (address, with) in party) address.ContactId = with.ContactId;
            if (await TouchAsync(captured, party.First().Party, ct)) settled = Settled.Filed;
        }
        return settled;
    }

    /// <summary>Who in something filed became a contact since is in it as such, and an account that has no touch of it yet gets one. One that was removed stays so.</summary>
    public async Task JoinAsync(Captured captured, IEnumerable<CapturedAddress> addresses, CancellationToken ct)
    {
        var strangers = addresses.Where(a => a is { IsOutside: true, ContactId: null } && !IsOurs(a.Address)).ToList();
        var known = await PartiesAsync([.. strangers.Select(a => a.Address)], ct);
        var ids = _db.Rows<CapturedTouch>().Where(t => t.CapturedId == captured.Id).Select(t => t.InteractionId);
        var touched = (await _db.RowsWithRemoved<Interaction>().Where(i => ids.Contains(i.Id)).Select(i => new { i.AccountId, i.ContactId }).ToListAsync(ct)).Select(t => t.AccountId ?? t.ContactId).ToHashSet();
        foreach (var address in strangers)
        {
            if (known[address.Address].ToList() is not [{ ContactId: { } contact } party]) continue;
            address.ContactId = contact;
            if (touched.Add(party.Key)) await TouchAsync(captured, party, ct);
        }
    }

    /// <summary>Makes it a touch of this customer's, or joins the one a colleague's made; also one that was taken away, which stays so.</summary>
    /// <returns>Whether the touch is there to be seen.</returns>
    public async Task<bool> TouchAsync(Captured captured, Party party, CancellationToken ct)
    {
        (captured.State, captured.Why) = (CapturedState.Filed, null);
        var touches = from t in _db.Rows<CapturedTouch>() join c in _db.Rows<Captured>() on t.CapturedId equals c.Id where c.Key == captured.Key select t.InteractionId;
        var key = KeyOf.Touch(captured.OccurredAt, captured.Key, party.Key);
        // Whose place was forgotten and connected anew finds its touch by the key alone.
        var touch = await _db.RowsWithRemoved<Interaction>().Where(i => i.Id == key || touches.Contains(i.Id) && i.AccountId == party.AccountId && (party.AccountId != null || i.ContactId == party.ContactId && i.AboutId == party.LeadId)).OrderBy(i => i.Id).FirstOrDefaultAsync(ct);
        // What was called off is held by nothing filed: while a colleague's mail or meeting holds it, it was somebody's decision that it goes.
        var isTakenAway = touch is null ? await IsLongGoneAsync(captured, party, ct) : touch.RemovedAt is not null && await HoldersOf(captured).AnyAsync(h => _db.Rows<CapturedTouch>().Any(t => t.CapturedId == h.Id && t.InteractionId == touch.Id), ct);
        if (touch is null && isTakenAway) return false;
        if (touch is null) _db.Add(touch = New(key, captured, party));
        else if (!_choice.HidesTouches) touch.IsHidden = false;
        if (!isTakenAway) touch.RemovedAt = null;
        Follow(touch, captured);
        if (!await _db.Rows<CapturedTouch>().AnyAsync(t => t.CapturedId == captured.Id && t.InteractionId == touch.Id, ct)) _db.Add(new CapturedTouch { CapturedId = captured.Id, InteractionId = touch.Id });
        if (!captured.ReadersChosen && party.AccountOwner == _person) captured.Readers = _choice.Readers;
        return !isTakenAway;
    }

    /// <summary>The touches follow what it says by now.</summary>
    public async Task FollowAsync(Captured captured, CancellationToken ct)
    {
        foreach (var touch in await TouchesOf(captured).ToListAsync(ct)) Follow(touch, captured);
    }

    /// <summary>It did not take place, or not yet: its touches go, unless a colleague's say otherwise.</summary>
    public async Task WithdrawAsync(Captured captured, DateTime now, CancellationToken ct)
    {
        var others = from t in _db.Rows<CapturedTouch>() join c in _db.Rows<Captured>() on t.CapturedId equals c.Id where c.Id != captured.Id && c.State == CapturedState.Filed select t.InteractionId;
        foreach (var touch in await TouchesOf(captured).Where(i => !others.Contains(i.Id)).ToListAsync(ct)) touch.RemovedAt = now;
    }

    // The same, as colleagues have it.
    private IQueryable<Captured> HoldersOf(Captured captured) => _db.Rows<Captured>().Where(c => c.Key == captured.Key && c.State == CapturedState.Filed && c.Id != captured.Id);

    // A month after it was taken away it is gone for good, and only a colleague's mail filed with them, without a touch, tells of it.
    private Task<bool> IsLongGoneAsync(Captured captured, Party party, CancellationToken ct) => party.ContactId is null ? Task.FromResult(false)
        : HoldersOf(captured).AnyAsync(h => _db.Rows<CapturedAddress>().Any(a => a.CapturedId == h.Id && a.ContactId == party.ContactId) && !_db.Rows<CapturedTouch>().Any(t => t.CapturedId == h.Id), ct);

    private IQueryable<Interaction> TouchesOf(Captured captured)
    {
        var ids = _db.Rows<CapturedTouch>().Where(t => t.CapturedId == captured.Id).Select(t => t.InteractionId);
        return _db.Rows<Interaction>().Where(i => ids.Contains(i.Id));
    }

    private static void Follow(Interaction touch, Captured captured)
    {
        if (touch.OccurredAt != captured.OccurredAt) touch.OccurredAt = captured.OccurredAt;
        if (touch.Minutes != captured.Minutes) touch.Minutes = captured.Minutes;
    }

    private Interaction New(Guid key, Captured captured, Party party) => new()
    {
        Id = key, Kind = captured.Kind is CapturedKind.Mail ? InteractionKind.Mail : InteractionKind.Meeting, OwnerId = _person, OccurredAt = captured.OccurredAt, Minutes = captured.Minutes, Inbound = captured.Inbound,
        AccountId = party.AccountId, ContactId = party.ContactId, AboutKind = party.LeadId is null ? null : Kinds.Lead, AboutId = party.LeadId, IsHidden = _choice.HidesTouches,
    };

    private async Task<ILookup<string, Party>> PartiesAsync(IReadOnlyList<string> addresses, CancellationToken ct)
    {
        var folded = addresses.Select(a => (string?)Folding.Fold(a)).ToList();
        var accounts = _db.Rows<Account>();
        var contacts = await _db.Contacts.AsNoTracking().Where(c => folded.Contains(c.FoldedEmail)).Select(c => new { c.Email, Party = new Party(c.AccountId, c.Id, null, accounts.Where(a => a.Id == c.AccountId).Select(a => (Guid?)a.OwnerId).FirstOrDefault()) }).ToListAsync(ct);
        var leads = await _db.Leads.AsNoTracking().Where(l => folded.Contains(l.FoldedEmail) && (l.Status == LeadStatus.New || l.Status == LeadStatus.Working)).Select(l => new { l.Email, Party = new Party(null, null, l.Id, null) }).ToListAsync(ct);
        // At the address of a contact that was merged away answers the one it went into.
        var merged = await _db.RowsWithRemoved<Contact>().AsNoTracking().Where(g => g.MergedIntoId != null && folded.Contains(g.FoldedEmail)).Join(_db.Contacts.Where(c => c.RemovedAt == null), g => g.MergedIntoId, c => c.Id, (g, c) => new { g.Email, Party = new Party(c.AccountId, c.Id, null, accounts.Where(a => a.Id == c.AccountId).Select(a => (Guid?)a.OwnerId).FirstOrDefault()) }).ToListAsync(ct);
        // Folding takes accents away; an address is another with them.
        var found = contacts.Concat(merged).Concat(leads).Select(f => (Address: Addresses.Clean(f.Email), f.Party)).Where(f => f.Address is not null).Distinct().ToList();
        var people = found.Where(f => f.Party.ContactId is not null).Select(f => f.Address).ToHashSet();
        return found.Where(f => f.Party.ContactId is not null || !people.Contains(f.Address)).ToLookup(f => f.Address!, f => f.Party);
    }
}

/// <summary>What became of something captured. Taken away: somebody removed its touches for everybody, and there they stay.</summary>
internal enum Settled { Waits, Filed, TakenAway }

/// <summary>A customer something is filed with.</summary>
/// <param name="AccountId">The account, where the contact has one.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="LeadId">The lead, who is no contact yet.</param>
/// <param name="AccountOwner">Who owns the account.</param>
internal sealed record Party(Guid? AccountId, Guid? ContactId, Guid? LeadId, Guid? AccountOwner)
{
    public Guid Key => AccountId ?? ContactId ?? LeadId ?? Guid.Empty;
}
