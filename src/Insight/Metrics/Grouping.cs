using System.Text.Json;
using Coxswain.Customers;
using Coxswain.Funnel;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Periods;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight.Metrics;

/// <summary>Puts each deal into its group, with the group's name. Groups of people show only whom the viewer may see figures of.</summary>
internal sealed class Grouping
{
    private const int AtOnce = 10_000;

    private readonly Func<ReportDeal, IEnumerable<(string? Key, string Name)>> _of;

    private Grouping(Func<ReportDeal, IEnumerable<(string? Key, string Name)>> of) => _of = of;

    private static Grouping One(Func<ReportDeal, (string? Key, string Name)?> of) => new(d => of(d) is { } group ? [group] : []);

    /// <summary>The groups of a deal: none where they may not be shown, several where it has several answers.</summary>
    public IEnumerable<(string? Key, string Name)> Of(ReportDeal deal) => _of(deal);

    public static async Task<Grouping> ReadAsync(AppDb db, MetricQuery query, IReadOnlyList<ReportDeal> deals, Periods periods, DateOnly asOf, CancellationToken ct) => query.By switch
    {
        By.Field => await FieldAsync(db, query.Field!, deals, ct),
        By.Person => await PersonAsync(db, ct),
        By.Team or By.Manager => await TeamAsync(db, query.By, asOf, ct),
        By.Product => Named(await db.ProductRows().ToDictionaryAsync(p => p.Id, p => p.Name, ct), d => d.ProductId),
        By.Stage => Named(await db.StageRows().ToDictionaryAsync(s => s.Id, s => s.Name, ct), d => d.StageId),
        By.Month => One(d => Month(periods, d.ClosedOn ?? d.OpenedOn)),
        _ => One(d => d.Source is { } source ? (source, source) : (null, T("unknown"))),
    };

    // What a deal, or its account, answers now: own fields have no past of their own to be asked for.
    private static async Task<Grouping> FieldAsync(AppDb db, CustomField field, IReadOnlyList<ReportDeal> deals, CancellationToken ct)
    {
        Func<ReportDeal, Guid?> answering = field.Kind == Customers.Kinds.Account ? d => d.AccountId : d => d.Id;
        var asked = field.Kind == Customers.Kinds.Account ? db.AccountAnswers(field) : db.DealAnswers(field);
        var answers = new Dictionary<Guid, string>();
        foreach (var ids in deals.Select(answering).OfType<Guid>().Distinct().Chunk(AtOnce)) foreach (var one in await asked.Where(a => ids.Contains(a.Id)).ToListAsync(ct)) answers[one.Id] = one.Answer!;
        var names = field.Type is CustomFieldType.Link ? await LinkNames.OfAsync(db, field, answers.Values, ct) : null;
        return new(d => answering(d) is { } id && answers.TryGetValue(id, out var answer) ? Groups(field, answer, names) : [(null, T("unknown"))]);
    }

    // What a link leads to has a name for whoever sees it; the rest stand together.
    private static IEnumerable<(string? Key, string Name)> Groups(CustomField field, string answer, IReadOnlyDictionary<Guid, string>? names) => field.Type switch
    {
        CustomFieldType.Choices => JsonSerializer.Deserialize<List<string>>(answer)!.Select(a => ((string?)a, a)),
        CustomFieldType.Link => Guid.TryParse(answer, out var id) && names!.TryGetValue(id, out var name) ? [(answer, name)] : [(null, T("not here any more"))],
        _ => [(answer, answer)],
    };

    private static async Task<Grouping> PersonAsync(AppDb db, CancellationToken ct)
    {
        var names = await FigureNames.ReadAsync(db, ct);
        var reach = db.Reaches.For(InsightModule.Figures, AccessLevel.Read);
        return One(d => reach.IncludesAllOf(d.OwnerId) ? (names.KeyOf(d.OwnerId), names[d.OwnerId]) : null);
    }

    private static async Task<Grouping> TeamAsync(AppDb db, By by, DateOnly asOf, CancellationToken ct)
    {
        var names = await FigureNames.ReadAsync(db, ct);
        var reach = db.Reaches.For(InsightModule.Figures, AccessLevel.Read);
        var teams = await db.TeamRows().ToDictionaryAsync(t => t.Id, ct);
        var current = await db.PersonRows().Where(p => p.TeamId != null).ToDictionaryAsync(p => p.Id, p => p.TeamId!.Value, ct);
        var past = (await db.MembershipRows().ToListAsync(ct)).ToLookup(m => m.PersonId);
        return One(d => !reach.IncludesAllOf(d.OwnerId) ? null : TeamOn(d) is not { } team ? (null, T("no team")) : by is By.Team ? (team.Id.ToString(), team.Name) : ManagerOf(team));

        // A deal counts for the team its owner was in on the day that counts: of its closing, or the as-of day while it is open.
        TeamRow? TeamOn(ReportDeal deal)
        {
            var day = deal.ClosedOn ?? asOf;
            var then = past[deal.OwnerId].FirstOrDefault(m => m.From <= day && (m.To is null || m.To > day))?.TeamId;
            var id = then ?? (current.TryGetValue(deal.OwnerId, out var now) ? now : null);
            return id is { } known && teams.TryGetValue(known, out var team) ? team : null;
        }

        (string?, string)? ManagerOf(TeamRow team) => team.ManagerId is { } manager ? (names.KeyOf(manager), names[manager]) : (null, T("no manager"));
    }

    private static Grouping Named(Dictionary<Guid, string> names, Func<ReportDeal, Guid?> key) =>
        One(d => key(d) is { } id && names.TryGetValue(id, out var name) ? (id.ToString(), name) : (null, T("unknown")));

    private static (string?, string) Month(Periods periods, DateOnly? day)
    {
        var key = day is { } known ? periods.Key(periods.Of(PeriodKind.Month, known)) : null;
        return (key, key ?? T("unknown"));
    }
}
