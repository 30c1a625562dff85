using Coxswain.Customers;
using Coxswain.Customers.Service.Guard;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Rules;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Negotiation;

/// <summary>Shows how a deal is negotiated. Where we walk away stands in it for whoever may read it only.</summary>
internal static class ShowNegotiation
{
    private const int MostPeople = 500, MostOwn = 8;

    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<NegotiationView>> Do(Input input, AppDb db, PrivateKeeper keeper, TimeProvider clock, CancellationToken ct)
    {
        if (await KnownDeals.NowAsync(db, [input.Id], DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), Needed.Nothing, ct) is not [var known]) return Outcome.Missing;
        var deal = known.Deal;
        var mayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId);
        var contacts = db.ContactRows();
        var said = await db.Negotiations.AsNoTracking().Where(n => n.OpportunityId == deal.Id).OrderBy(n => n.Id).Take(1)
            .Select(n => new { n.Version, n.TheyKnow, n.HasAuthority, n.CounterpartId, Counterpart = contacts.Where(c => c.Id == n.CounterpartId).Select(c => c.Name).FirstOrDefault(), n.Since, n.ListPrice, n.Currency, n.PriceAnswer }).Seen(db).FirstOrDefaultAsync(ct);
        var lines = (await LinesAsync(db, deal.Id, ct)).ToLookup(l => l.Sort);
        var way = (await Ways.ReadAsync(db, ct)).Of(deal.Id, deal.ProcessId, deal.FollowsSince);
        var walk = await WalkAwayAsync(db, keeper, deal, lines, ct);
        // Whoever may not read what stands does not put something else in its place.
        var maySet = mayEdit && (walk is null || walk.IsOpen || walk.IsLocked || db.Viewer.PersonId == deal.OwnerId);
        var mayName = mayEdit && walk?.IsMine is true;
        var view = new NegotiationView
        {
            DealId = deal.Id, Deal = deal, Version = said?.Version ?? 0, TheyKnow = said?.TheyKnow, HasAuthority = said?.HasAuthority, CounterpartId = said?.CounterpartId, Counterpart = said?.Counterpart, Since = said?.Since, Currency = said?.Currency ?? deal.Currency, List = said?.ListPrice, PriceAnswer = said?.PriceAnswer,
            Concessions = [.. lines[LineSort.Concession].OrderBy(l => l.On is null).ThenBy(l => l.On).ThenBy(l => l.Id).Select(l => new ConcessionView { Id = l.Id, Give = l.Text!, Get = l.More, Minor = l.Amount, Percent = l.Percent, Currency = l.Currency!, GrantedOn = l.On, Stage = l.Name, IsLate = way.IsLate(l.Of), Because = l.Third })],
            Anchors = [.. lines[LineSort.Anchor].OrderBy(l => l.On).ThenBy(l => l.Id).Select(l => new AnchorView { Id = l.Id, Side = l.Flag ? PriceSide.Ours : PriceSide.Theirs, Minor = l.Amount, Currency = l.Currency!, On = l.On!.Value, Basis = l.Text, Learned = l.More })],
            Signs = [.. lines[LineSort.Sign].OrderBy(l => l.On).ThenBy(l => l.Id).Select(l => new SeenSignView(l.Id, l.Currency!, FailingSigns.Of(l.Currency!, l.Text), l.On!.Value))],
            WalkAway = walk, MayEdit = mayEdit, MaySetWalkAway = maySet, MayName = mayName, Today = (await Standing.ReadAsync(db, clock, ct)).Day,
            Locked = db.Reaches.Fields.Locked(Kinds.Concession).Concat(db.Reaches.Fields.Locked(Kinds.Negotiation)).ToHashSet(),
            Contacts = mayEdit ? await ShowIssues.ContactsAsync(db, deal.AccountId, ct) : [],
            People = mayName ? [.. (await db.PersonRows().Where(p => p.IsHere && p.Id != db.Viewer.PersonId).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(MostPeople).ToListAsync(ct)).Where(p => p.Role.Allows(Permission.SeeFunnel) && !walk!.Readers.Any(r => r.PersonId == p.Id)).Select(p => new Choice(p.Id.ToString(), p.Name))] : [],
            Learned = await LearnedAsync(db, ct),
        };
        // Whoever opens its page negotiates it.
        var facts = known.At(view.Today);
        facts = facts with { Beyond = facts.Beyond with { Talk = facts.Beyond.Talk ?? new TalkLine(view.Today, null, null, false, false) } };
        return view with { Warnings = WalkAwayWarnings.With(view, BesideRules.Only(BesideRules.OfNegotiation, (await RuleSet.ReadAsync(db, ct)).Find(facts))) };
    }

    /// <summary>The same of the deal a posted concession is of.</summary>
    public static async Task<Outcome<NegotiationView>> OfConcession(Input input, AppDb db, PrivateKeeper keeper, TimeProvider clock, CancellationToken ct) =>
        await db.RowsWithRemoved<Concession>().Where(c => c.Id == input.Id).Select(c => (Guid?)c.OpportunityId).SingleOrDefaultAsync(ct) is { } deal ? await Do(new() { Id = deal }, db, keeper, clock, ct) : Outcome.Missing;

    /// <summary>The latest walk-away point of a deal, open for whoever may read it.</summary>
    private static async Task<WalkAwayView?> WalkAwayAsync(AppDb db, PrivateKeeper keeper, OpportunityView deal, ILookup<LineSort, Line> lines, CancellationToken ct)
    {
        if (lines[LineSort.WalkAway].FirstOrDefault() is not { } row) return null;
        var hidden = new WalkAwayView { SaidOn = row.On!.Value, IsOpen = false, ForLine = row.Flag, IsMine = db.Viewer.PersonId == row.Of, HolderName = row.Name };
        if (!await WalkAways.IsForAsync(db, deal.Id, row.Of, row.Flag, ct)) return hidden;
        IReadOnlyList<WalkAwayReader> readers = [.. lines[LineSort.Reader].Select(l => new WalkAwayReader(l.Of, l.Text ?? "")).OrderBy(r => r.Name, StringComparer.CurrentCulture)];
        return WalkAways.Open(db, keeper, deal.Id, row.Id, row.Text!) is not { } words ? hidden with { IsLocked = true, Readers = readers }
            : hidden with { IsOpen = true, Minor = words.Floor, Currency = words.Currency, Conditions = words.Conditions, Until = words.Until, Readers = readers };
    }

    // All that stands around it in one statement. What has no amount, share or day has some number there, which nobody reads: the arms have to be of the same types on both databases.
    private static async Task<List<Line>> LinesAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var (stages, people, never) = (db.Stages, db.PersonRows(), DateOnly.MinValue);
        var concessions = db.Concessions.Where(c => c.OpportunityId == id).OrderByDescending(c => c.Id).Take(NoteConcession.Most)
            .Select(c => new Line
            {
                Sort = LineSort.Concession, Id = c.Id, Of = c.StageId, Text = c.Give, More = c.Get, Third = c.Because, Name = stages.Where(s => s.Id == c.StageId).Select(s => s.Name).FirstOrDefault(), Amount = c.Amount, Percent = c.Percent, Currency = c.Currency, On = c.GrantedOn,
                Flag = false,
            });
        var anchors = db.PriceAnchors.Where(a => a.OpportunityId == id).OrderByDescending(a => a.Id).Take(NoteAnchor.Most)
            .Select(a => new Line { Sort = LineSort.Anchor, Id = a.Id, Of = a.Id, Text = a.Basis, More = a.Learned, Third = null, Name = null, Amount = (long?)a.Amount, Percent = (double?)a.Version, Currency = a.Currency, On = (DateOnly?)a.On, Flag = a.Side == PriceSide.Ours });
        var signs = db.SeenSigns.Where(s => s.OpportunityId == id).OrderByDescending(s => s.Id).Take(TickSign.Most)
            .Select(s => new Line { Sort = LineSort.Sign, Id = s.Id, Of = s.Id, Text = s.Text, More = null, Third = null, Name = null, Amount = (long?)s.Version, Percent = (double?)s.Version, Currency = s.Sign, On = (DateOnly?)s.On, Flag = false });
        var walk = WalkAways.LatestOf(db, id)
            .Select(w => new Line { Sort = LineSort.WalkAway, Id = w.Id, Of = w.HeldById, Text = w.Closed, More = null, Third = null, Name = people.Where(p => p.Id == w.HeldById).Select(p => p.Name).FirstOrDefault(), Amount = (long?)w.Version, Percent = (double?)w.Version, Currency = null, On = (DateOnly?)w.SaidOn, Flag = w.ForLine });
        var readers = db.Rows<Share>().Where(s => s.Kind == Kinds.WalkAway && s.RowId == id)
            .Select(s => new Line { Sort = LineSort.Reader, Id = s.Id, Of = s.PersonId, Text = people.Where(p => p.Id == s.PersonId).Select(p => p.Name).FirstOrDefault(), More = null, Third = null, Name = null, Amount = (long?)s.Version, Percent = (double?)s.Version, Currency = null, On = (DateOnly?)never, Flag = false });
        IQueryable<Line>[] arms = [concessions, anchors, signs, walk, readers];
        if (db.Reaches.Fields.Hidden(Kinds.Concession).Count + db.Reaches.Fields.Hidden(Kinds.PriceAnchor).Count + db.Reaches.Fields.Hidden(Kinds.SeenSign).Count == 0) return await arms.Aggregate((some, more) => some.Concat(more)).ToListAsync(ct);
        // What a role does not see is read as nothing, which has no type when several are read as one.
        var lines = new List<Line>();
        foreach (var arm in arms) lines.AddRange(await arm.Seen(db).ToListAsync(ct));
        return lines;
    }

    /// <summary>Of the decided deals the viewer sees on which a sign was seen before the end, the share that was not won.</summary>
    internal static async Task<IReadOnlyList<SignFigure>> LearnedAsync(AppDb db, CancellationToken ct)
    {
        var counted = await db.SeenSigns.Join(db.Opportunities, s => s.OpportunityId, o => o.Id, (s, o) => new { s.Sign, s.Text, s.On, o.End, o.ClosedOn })
            .GroupBy(x => new { x.Sign, x.Text }).Select(g => new
            {
                g.Key.Sign, g.Key.Text, Seen = g.Count(), Decided = g.Count(x => x.End != StageEnd.Open && (x.ClosedOn == null || x.On <= x.ClosedOn)), Lost = g.Count(x => (x.End == StageEnd.Lost || x.End == StageEnd.NoDecision) && (x.ClosedOn == null || x.On <= x.ClosedOn)),
            }).OrderByDescending(g => g.Seen).ThenBy(g => g.Sign).ThenBy(g => g.Text).Take(100).ToListAsync(ct);
        var given = FailingSigns.Choices.Select(c => counted.FirstOrDefault(g => g.Sign == c.Value) is { } g ? new SignFigure(c.Value, c.Label, Ratio.Of(g.Lost, g.Decided), g.Decided) : new SignFigure(c.Value, c.Label, null, 0));
        return [.. given, .. counted.Where(g => g.Sign == FailingSigns.Own && g.Text is not null).Take(MostOwn).Select(g => new SignFigure(g.Sign, g.Text!, Ratio.Of(g.Lost, g.Decided), g.Decided))];
    }

    private enum LineSort { Concession, Anchor, Sign, WalkAway, Reader }

    private sealed class Line
    {
        public required LineSort Sort { get; init; }
        public required Guid Id { get; init; }

        /// <summary>Who, of a reader; of the others whatever key they have, since all of them have to be kept alike.</summary>
        public required Guid Of { get; init; }
        public required string? Text { get; init; }
        public required string? More { get; init; }
        public required string? Third { get; init; }
        public required string? Name { get; init; }
        public required long? Amount { get; init; }
        public required double? Percent { get; init; }

        /// <summary>Of a sign its stable name.</summary>
        public required string? Currency { get; init; }
        public required DateOnly? On { get; init; }
        public required bool Flag { get; init; }
    }
}
