using System.Globalization;
using Coxswain.Funnel;
using Coxswain.Insight.Diagnosis;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui.Charts;
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
        var view = (await ViewAsync(input.For, db, memory, clock, Timeout.InfiniteTimeSpan, ct))!;
        db.NoteLook("brief", view.Rows.Select(r => r.PersonId));
        return view;
    }

    /// <summary>Whoever shows figures of it says whose they showed.</summary>
    /// <returns>Null where it is not worked out by then.</returns>
    internal static async Task<BriefView?> ViewAsync(Guid? lineOf, AppDb db, BriefMemory memory, TimeProvider clock, TimeSpan patience, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var standing = Platform.Tenants.Standing.Of(tenant, clock.GetUtcNow().UtcDateTime);
        // What all share was read by somebody who sees every field.
        if (!db.SeesAllDeals() || db.Reaches.Fields.HidesAny)
        {
            var (verdict, missing) = await BriefReader.ReadAsync(db, standing.Day, tenant.Currency, ct);
            return await ViewAsync(lineOf, verdict, missing, standing, db, ct);
        }
        if (await memory.ReadAsync(new(db.Viewer.TenantId, standing.Day, tenant.Currency), patience, ct) is not { } whole) return null;
        // Of three thousand people even putting it into words takes longer than a page should.
        var view = await db.Kept.ReadAsync(db, $"brief {whole.Reading} {lineOf} {CultureInfo.CurrentCulture.Name}", () => ViewAsync(lineOf, whole.Verdict, whole.Missing, standing, db, ct));
        return view with { MinutesBehind = whole.MinutesBehind };
    }

    private static async Task<BriefView> ViewAsync(Guid? lineOf, Verdict all, MissingRate? missing, Platform.Tenants.Standing standing, AppDb db, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var line = lineOf is { } person ? await db.LineOfAsync(person, ct) : null;
        var reach = db.Reaches.For(InsightModule.Figures, AccessLevel.Read);
        bool Shows(string key) => Guid.Parse(key) is var id && reach.IncludesAllOf(id) && line?.Contains(id) is not false;

        var names = await FigureNames.ReadAsync(db, ct);
        // Asked for by name, someone alone would be known without their name.
        var tooEarly = line is { Count: 1 } && !names.IsNamed(line.Single());
        var verdict = Scoped(all, key => !tooEarly && Shows(key));
        var isOwn = !reach.Everyone && verdict.Rows.All(r => Guid.Parse(r.Person) == db.Viewer.PersonId);
        var wording = new BriefWording(verdict, key => names[Guid.Parse(key)], tenant.Currency, reach.Everyone && line is null, isOwn);
        var lead = verdict.Lead?.Component ?? Component.WinRate;
        var rank = verdict.Flags.GroupBy(f => f.Person).ToDictionary(g => g.Key, g => g.Min(f => f.Rank));
        return new BriefView
        {
            Answer = verdict.Answer.ToString(),
            Sentence = tooEarly ? NotTold : wording.Sentence(),
            Why = tooEarly ? [] : [.. wording.Why(), .. missing is { } rate ? [T("Deal sizes are left out. {0}", rate.Sentence)] : (string[])[]],
            From = verdict.Window.From,
            AsOf = standing.Day,
            IsToday = standing.IsToday,
            MinutesBehind = 0,
            People = verdict.People,
            Deals = verdict.Deals,
            Currency = tenant.Currency,
            HasUnnamed = tooEarly || verdict.Rows.Any(r => !names.IsNamed(Guid.Parse(r.Person))),
            IsOwn = isOwn,
            Lead = lead,
            Components = [.. verdict.Components.Select(Of)],
            Gaps = [.. verdict.Flags.Select(f => Of(f, names))],
            // Who is worth a conversation comes first; the others are in no order but that of their names.
            Rows = [.. verdict.Rows.Select(r => (Row: Of(r, names), Rank: rank.GetValueOrDefault(r.Person, int.MaxValue))).OrderBy(r => r.Rank).ThenBy(r => r.Row.Name, StringComparer.CurrentCulture).Select(r => r.Row)],
            Scale = DotScale.Around(verdict.Rows.Select(r => r[lead]).SelectMany(t => new[] { t.Value?.Low, t.Value?.High, t.Value is null ? null : t.Peers }).OfType<double>()),
        };
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

    private static BriefGap Of(Flag f, FigureNames names)
    {
        var person = Guid.Parse(f.Person);
        return new(names.KeyOf(person), names[person], f.Component, f.Rank, f.Worth?.Value, f.Worth?.Low, f.Worth?.High, f.Stage?.Stage) { PersonId = person };
    }

    private static BriefPerson Of(PersonReading row, FigureNames names)
    {
        var person = Guid.Parse(row.Person);
        return new(names.KeyOf(person), names[person], names.IsNamed(person), [.. row.Terms.Select(t => new BriefTerm(
            t.Component, t.Standing, t.N, t.Raw, t.Value?.Value, t.Value?.Low, t.Value?.High, t.Peers, t.Gap?.Value, t.Gap?.Low, t.Gap?.High, t.Assigned))]) { PersonId = person };
    }
}
