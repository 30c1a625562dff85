using Coxswain.Customers.Leads;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Pursuit;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>Whom the invented company wants as customers, in two editions, and what its sellers found out about some of them: much of it is still unknown.</summary>
internal static class Fitting
{
    // Of a company that is large for the sake of its size only so many are asked about.
    private const int Most = 250;
    private const double Answered = 0.7, So = 0.65;

    private static readonly (string Text, int First, int Now, string[] Yes, string[] No)[] Criteria =
    [
        ("Whoever leads them thinks ahead", 20, 20, ["Was silent for a minute, then: “We looked at the wrong end”", "Asked what their yard has to do in five years"], ["Hung up when sales was called a symptom", "“Show me the price, the rest is talk”"]),
        ("They grow fast and are small or mid-sized", 30, 10, ["Twelve places advertised since spring", "Opened a second site in March"], ["Closed two sites within a year"]),
        ("The same problems with people or process come back", 20, 20, ["Third planner in two years", "Planning is redone by hand every morning"], ["One late truck in a month"]),
        ("They are willing to want change", 15, 15, ["“If it stays like this I go”", "Put it on the agenda of their board"], ["“It works as it is”"]),
        ("They act on what they decide", 15, 15, ["Sent the figures two days after they said so", "Had the pilot running a week after the talk"], ["Four visits, and nothing they said they would do"]),
    ];

    // Asked of each deal, since the second edition.
    private static readonly (string Text, int Weight, string[] Yes, string[] No)[] OfDeals =
    [
        ("There is a day by which it has to work", 10, ["Their new hall opens in autumn, and it is to run by then", "Before the season, they said twice"], ["“Some time next year”"]),
        ("The money is set aside, or they know from where it comes", 10, ["It is in the budget that their board signed", "Paid from what the second shift costs"], ["Nobody has asked finance yet"]),
    ];

    public static async Task PlantAsync(AppDb db, CompanyPlan plan, Guid leader, CancellationToken ct)
    {
        // A stream of its own, as of the news.
        var chance = new Chance(plan.Seed, -71);
        var (profiles, criteria) = (new List<FitProfile>(), new List<FitCriterion>());
        foreach (var (day, from, because) in new[] { (plan.Until.AddMonths(-14), 50, (string?)null), (plan.Until.AddMonths(-4), 60, "Size told us little: those who act were won twice as often") })
        {
            profiles.Add(new() { Id = chance.Key(plan.Morning(day)), Number = profiles.Count + 1, InForceOn = day, FitsFrom = from, Because = because, SaidById = leader });
            criteria.AddRange(Criteria.Select((c, i) => new FitCriterion { Id = chance.Key(plan.Morning(day)), FitProfileId = profiles[^1].Id, Position = i + 1, Text = c.Text, Weight = profiles.Count == 1 ? c.First : c.Now }));
        }
        criteria.AddRange(OfDeals.Select((c, i) => new FitCriterion { Id = chance.Key(plan.Morning(profiles[^1].InForceOn)), FitProfileId = profiles[^1].Id, Position = Criteria.Length + i + 1, Text = c.Text, Weight = c.Weight, IsOfDeal = true }));
        await db.InsertManyAsync(profiles, ct, asItHappened: true);
        await db.InsertManyAsync(criteria, ct, asItHappened: true);
        await db.InsertManyAsync([.. await AnswersAsync(db, plan, chance, criteria, ct), .. await OfLeadsAsync(db, plan, chance, criteria, ct), .. await OfDealsAsync(db, plan, chance, criteria, ct)], ct, asItHappened: true);
    }

    // The largest are asked about first; an answer keeps the edition it was asked under.
    private static async Task<List<FitAnswer>> AnswersAsync(AppDb db, CompanyPlan plan, Chance chance, List<FitCriterion> criteria, CancellationToken ct)
    {
        var open = await db.Rows<Opportunity>().Where(o => o.End == StageEnd.Open && o.AccountId != null).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Select(o => new { Account = o.AccountId!.Value, o.OwnerId }).Take(Most).ToListAsync(ct);
        var answers = new List<FitAnswer>();
        foreach (var deal in open.DistinctBy(o => o.Account))
            for (var i = 0; i < Criteria.Length; i++)
            {
                if (!chance.Of(Answered)) continue;
                var (day, yes) = (plan.Until.AddDays(-chance.Between(2, 200)), chance.Of(So));
                var edition = day < plan.Until.AddMonths(-4) ? i : i + Criteria.Length;
                answers.Add(new() { Id = chance.Key(plan.Morning(day)), AccountId = deal.Account, FitCriterionId = criteria[edition].Id, Said = yes ? FitSaid.Yes : FitSaid.No, Evidence = chance.One(yes ? Criteria[i].Yes : Criteria[i].No), On = day, SaidById = deal.OwnerId });
            }
        return answers;
    }

    private static async Task<List<FitAnswer>> OfDealsAsync(AppDb db, CompanyPlan plan, Chance chance, List<FitCriterion> criteria, CancellationToken ct)
    {
        var open = await db.Rows<Opportunity>().Where(o => o.End == StageEnd.Open && o.OpenedOn != null && o.OpenedOn < plan.Until).OrderByDescending(o => o.Amount).ThenBy(o => o.Id).Select(o => new { o.Id, o.OwnerId, Opened = o.OpenedOn!.Value }).Take(Most).ToListAsync(ct);
        var answers = new List<FitAnswer>();
        foreach (var deal in open)
            for (var i = 0; i < OfDeals.Length; i++)
            {
                if (!chance.Of(Answered)) continue;
                // Asked since the question is, and since there is the deal.
                var first = Math.Max(deal.Opened.DayNumber, plan.Until.AddMonths(-4).DayNumber);
                var (day, yes) = (DateOnly.FromDayNumber(first).AddDays(chance.Between(0, plan.Until.DayNumber - first)), chance.Of(So));
                answers.Add(new() { Id = chance.Key(plan.Morning(day)), OpportunityId = deal.Id, FitCriterionId = criteria[Criteria.Length * 2 + i].Id, Said = yes ? FitSaid.Yes : FitSaid.No, Evidence = chance.One(yes ? OfDeals[i].Yes : OfDeals[i].No), On = day, SaidById = deal.OwnerId });
            }
        return answers;
    }

    // Whoever is being talked to was asked some of it.
    private static async Task<List<FitAnswer>> OfLeadsAsync(AppDb db, CompanyPlan plan, Chance chance, List<FitCriterion> criteria, CancellationToken ct)
    {
        var leads = await db.Rows<Lead>().Where(l => l.Status == LeadStatus.Working && l.CameOn < plan.Until).OrderBy(l => l.Id).Take(Most).Select(l => new { l.Id, l.OwnerId, l.CameOn }).ToListAsync(ct);
        var answers = new List<FitAnswer>();
        foreach (var lead in leads)
            for (var i = 0; i < Criteria.Length; i++)
            {
                if (!chance.Of(Answered)) continue;
                var (day, yes) = (lead.CameOn.AddDays(chance.Between(0, plan.Until.DayNumber - lead.CameOn.DayNumber)), chance.Of(So));
                var edition = day < plan.Until.AddMonths(-4) ? i : i + Criteria.Length;
                answers.Add(new() { Id = chance.Key(plan.Morning(day)), LeadId = lead.Id, FitCriterionId = criteria[edition].Id, Said = yes ? FitSaid.Yes : FitSaid.No, Evidence = chance.One(yes ? Criteria[i].Yes : Criteria[i].No), On = day, SaidById = lead.OwnerId });
            }
        return answers;
    }
}
