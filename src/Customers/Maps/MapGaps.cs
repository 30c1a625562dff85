using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Maps;

/// <summary>What a map does not say yet, in sentences, the weightiest first.</summary>
internal sealed class MapGaps(IReadOnlyList<MapPersonView> people, bool ofDeal, DateOnly today)
{
    private const int Quiet = 90, Enough = 3;

    private readonly Dictionary<Guid, MapPersonView> _by = people.ToDictionary(p => p.Id);

    public IReadOnlyList<MapGap> Find() => people.Count == 0 ? [] : [.. Parts(), .. Unmet(), .. Unknown(), .. Above(), .. Gone(), .. OnlyOne(), .. Backing(), .. Old()];

    // A part that nobody has is what a deal fails on most quietly.
    private IEnumerable<MapGap> Parts()
    {
        if (!ofDeal) yield break;
        var filled = people.SelectMany(p => p.Parts).Select(p => p.Part).ToHashSet();
        if (!filled.Contains(DealPart.Approver)) yield return new(T("Nobody is known who decides."), null) { Tone = Tone.Bad };
        if (!filled.Contains(DealPart.User)) yield return new(T("Nobody is known who will use it."), null);
        if (!filled.Contains(DealPart.Evaluator)) yield return new(T("Nobody is known who checks it."), null);
        if (!filled.Contains(DealPart.Guide)) yield return new(T("Nobody guides us there."), null);
    }

    private IEnumerable<MapGap> Unmet()
    {
        foreach (var person in people.Where(p => p is { IsUnknown: false, ColleagueId: null, HasLeft: false } && Counts(p)).OrderByDescending(p => p.Influence).ThenBy(p => p.LastTouch ?? DateOnly.MinValue))
        {
            if (person.LastTouch is not { } last) yield return new(T("Nobody of us has spoken to {0}.", Called(person)), person.Id) { Tone = Tone.Bad };
            else if (today.DayNumber - last.DayNumber > Quiet) yield return new(T("Nobody has spoken to {0} since {1}.", Called(person), DayText.Short(last, today)), person.Id);
        }
    }

    private IEnumerable<MapGap> Unknown() => people.Where(p => p.IsUnknown).Select(p => new MapGap(T("We do not know who it is: {0}.", p.Name), p.Id));

    // Of a line of people whom we know, only the highest is told of.
    private IEnumerable<MapGap> Above() =>
        from person in people
        where person.LastTouch is not null
        let line = Upwards(person).ToList()
        where line.Count > 0 && line.All(a => a.LastTouch is null) && (line[0].IsUnknown || !Counts(line[0]))
        select new MapGap(T("No contact above {0}.", Called(person)), person.Id);

    private IEnumerable<MapGap> Gone() => people.Where(p => p.HasLeft).Select(p => new MapGap(T("{0} works elsewhere now: who follows them?", p.Name), p.Id));

    private IEnumerable<MapGap> OnlyOne()
    {
        var met = people.Where(p => p.KnownBy.Count > 0 && !p.IsBody).ToList();
        var ours = met.SelectMany(p => p.KnownBy).DistinctBy(k => k.PersonId).ToList();
        if (met.Count > 1 && ours is [var one]) yield return new(T("Only {0} of us knows anybody here.", one.Name), null);
        else
            foreach (var person in met.Where(p => p.KnownBy.Count == 1 && Counts(p))) yield return new(T("Only {0} of us knows {1}.", person.KnownBy[0].Name, Called(person)), person.Id) { Tone = Tone.Plain };
    }

    private IEnumerable<MapGap> Backing()
    {
        if (people.Count >= Enough && !people.Any(p => p.Stance is Stance.BacksUs)) yield return new(T("Nobody backs us yet, as far as we know."), null);
    }

    private IEnumerable<MapGap> Old()
    {
        var old = people.Count(p => p.IsOld(today));
        if (old > 0) yield return new(N(old, "One judgement is older than 90 days: ask again.", "{0} judgements are older than 90 days: ask again."), null) { Tone = Tone.Plain };
    }

    // Whoever is said to have little influence can be left for later; of whom nothing is said, that is not known.
    private static bool Counts(MapPersonView person) => person.Influence is Influence.Some or Influence.Much || person.Influence is null && person.ReportsToId is null;

    private static string Called(MapPersonView person) => person.Title is { } title ? T("{0} ({1})", person.Name, title) : person.Name;

    private IEnumerable<MapPersonView> Upwards(MapPersonView person)
    {
        var seen = new HashSet<Guid> { person.Id };
        for (var at = person.ReportsToId; at is { } id && seen.Add(id) && _by.TryGetValue(id, out var above); at = above.ReportsToId) yield return above;
    }
}
