using Coxswain.Funnel;
using Coxswain.Insight.Diagnosis;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight.Briefing;

/// <summary>The brief: is there a difference between people at all, where is it, and what would closing it be worth?</summary>
public static class ReadBrief
{
    public sealed record Input
    {
        /// <summary>Only the rows of this person's line; null takes all the viewer may see. Peers are everyone either way.</summary>
        public Guid? For { get; init; }
    }

    public static async Task<Outcome<BriefView>> Do(Input input, AppDb db, BriefMemory memory, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var standing = Platform.Tenants.Standing.Of(tenant, clock.GetUtcNow().UtcDateTime);
        var line = input.For is { } person ? await db.LineOfAsync(person, ct) : null;
        var reach = db.Reaches.For(InsightModule.Figures, AccessLevel.Read);
        bool Shows(string key) => reach.IncludesAllOf(Guid.Parse(key)) && line?.Contains(Guid.Parse(key)) is not false;

        var names = await FigureNames.ReadAsync(db, ct);
        // Asked for by name, someone alone would be known without their name.
        var tooEarly = line is { Count: 1 } && !names.IsNamed(line.Single());
        var whole = await WholeAsync(db, memory, standing.Day, tenant.Currency, ct);
        var verdict = Scoped(whole.Verdict, key => !tooEarly && Shows(key));
        db.NoteLook("brief", verdict.Rows.Select(r => Guid.Parse(r.Person)));
        var isOwn = !reach.Everyone && verdict.Rows.All(r => Guid.Parse(r.Person) == db.Viewer.PersonId);
        var wording = new BriefWording(verdict, key => names[Guid.Parse(key)], tenant.Currency, reach.Everyone && line is null, isOwn);
        return new BriefView
        {
            Answer = verdict.Answer.ToString(),
            Sentence = tooEarly ? NotTold : wording.Sentence(),
            Why = tooEarly ? [] : [.. wording.Why(), .. whole.Missing is { } rate ? [T("Deal sizes are left out. {0}", rate.Sentence)] : (string[])[]],
            From = verdict.Window.From,
            AsOf = standing.Day,
            IsToday = standing.IsToday,
            MinutesBehind = whole.MinutesBehind,
            People = verdict.People,
            Deals = verdict.Deals,
            Currency = tenant.Currency,
            HasUnnamed = tooEarly || verdict.Rows.Any(r => !names.IsNamed(Guid.Parse(r.Person))),
            IsOwn = isOwn,
            Lead = verdict.Lead?.Component ?? Component.WinRate,
            Components = [.. verdict.Components.Select(Of)],
            Gaps = [.. verdict.Flags.Select(f => new BriefGap(names.KeyOf(Guid.Parse(f.Person)), names[Guid.Parse(f.Person)], f.Component, f.Rank, f.Worth?.Value, f.Worth?.Low, f.Worth?.High, f.Stage?.Stage))],
            Rows = [.. verdict.Rows.Select(r => Of(r, names)).OrderBy(r => r.Name, StringComparer.CurrentCulture)],
        };
    }

    // What everyone's deals tell is the same for all who see them all; of some people's it is read for the one who asks.
    private static async Task<WholeBrief> WholeAsync(AppDb db, BriefMemory memory, DateOnly day, string currency, CancellationToken ct)
    {
        if (db.SeesAllDeals()) return await memory.ReadAsync(new(db.Viewer.TenantId, day, currency), ct);
        var (verdict, missing) = await BriefReader.ReadAsync(db, day, currency, ct);
        return new WholeBrief(verdict, missing, 0);
    }

    internal static string NotTold => T("This person has not been told yet what is computed about them and who sees it: record that first.");

    /// <summary>The verdict of everyone, showing only some: peers stay everyone, findings are those of the people shown.</summary>
    private static Verdict Scoped(Verdict verdict, Func<string, bool> shows)
    {
        var flags = verdict.Flags.Where(f => shows(f.Person)).ToList();
        return verdict with { Rows = [.. verdict.Rows.Where(r => shows(r.Person))], Flags = flags, Findings = Flags.Findings(flags) };
    }

    private static BriefComponent Of(ComponentReading c) =>
        new(c.Component, !c.Enough ? "not_enough_data" : c.OnlyWhatLiesOpen ? "only_open_deals_differ" : c.Differs ? "differs" : "no_detectable_difference", c.Enough ? c.AdjustedPValue : null, c.Measured, c.N, c.Typical);

    private static BriefPerson Of(PersonReading row, FigureNames names) =>
        new(names.KeyOf(Guid.Parse(row.Person)), names[Guid.Parse(row.Person)], names.IsNamed(Guid.Parse(row.Person)), [.. row.Terms.Select(t => new BriefTerm(
            t.Component, t.Standing, t.N, t.Raw, t.Value?.Value, t.Value?.Low, t.Value?.High, t.Peers, t.Gap?.Value, t.Gap?.Low, t.Gap?.High, t.Assigned))]);
}
