using Coxswain.Demo.Inventing;
using Coxswain.Funnel.Charter;
using Coxswain.People.Persons;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>What the invented company's leader expects of working together; of one situation said anew, and of one not said yet.</summary>
internal static class CharterOfDemo
{
    private const string Deal = "Whoever knows most speaks, whoever owns the deal decides\nNobody is asked twice for the same thing";

    public static IEnumerable<Entity> Editions(CompanyPlan plan, Workforce staff)
    {
        CharterEdition Of(CharterSituation situation, int number, int balance, int monthsAgo, string objective, string principles, string behaviours)
        {
            var day = plan.Until.AddMonths(-monthsAgo);
            return new() { Id = new Chance(plan.Seed, -73 - (int)situation * 10 - number).Key(plan.Morning(day)), Situation = situation, Number = number, LeaderId = staff.First(Role.Leader).Id, Objective = objective, Principles = principles, Behaviours = behaviours, Balance = balance, SaidOn = day };
        }
        yield return Of(CharterSituation.LargeDeal, 1, 4, 11, "A large customer meets one firm, not five departments", Deal, "The team reads what is to be won before the first meeting");
        yield return Of(CharterSituation.LargeDeal, 2, 5, 4, "A large customer meets one firm, not five departments", Deal, "The team reads what is to be won before the first meeting\nWho asks for help says by when, and afterwards what came of it\nWho cannot help says why within the day");
        yield return Of(CharterSituation.StrategicAccount, 1, 4, 9, "They tell us next year's plan before the tender", "What one of us promised, all of us keep", "Before writing to them, look who wrote last\nBad news is called, not mailed");
        yield return Of(CharterSituation.InsideTeam, 1, 3, 9, "Each wins more by what the others know", "Figures are compared, people are not", "Every Monday one lost deal is told as it was\nWho is ahead shows how");
        yield return Of(CharterSituation.Promotion, 1, 2, 5, "Whoever is promoted has the others' trust", "We compete by what customers say, not by what we say of each other", "Credit is given by name in the same meeting");
    }

    /// <summary>The customer's way: an edition that both signed, and the next that marketing has still to sign.</summary>
    public static IEnumerable<Entity> Journeys(CompanyPlan plan, Workforce staff)
    {
        var (sales, marketing) = (staff.First(Role.Leader).Id, staff.First(Role.Staff).Id);
        JourneyEdition Of(int number, int monthsAgo, string steps, long goal, bool signed) => plan.Until.AddMonths(-monthsAgo) is var day ? new()
        {
            Id = new Chance(plan.Seed, -170 - number).Key(plan.Morning(day)), Number = number, LeaderId = sales, Steps = steps, Goal = goal, Currency = DemoCompany.Currency, GoalBy = plan.Until.AddMonths(6), SaidOn = day, SalesId = sales, SalesSignedOn = day, MarketingId = marketing, MarketingSignedOn = signed ? day.AddDays(2) : null,
        } : null!;
        yield return Of(1, 8, "Notices that something costs too much\nReads how others solved it\nLets us see their yard\nCompares ways, one of them nothing\nDecides\nTells a sister plant", 30_000_000_00, true);
        yield return Of(2, 0, "Notices that something costs too much\nReads how others solved it\nTalks to one of our customers, not to us\nLets us see their yard\nCompares ways, one of them nothing\nDecides\nTells a sister plant", 36_000_000_00, false);
    }

    public static IEnumerable<Entity> Agreements(CompanyPlan plan, Workforce staff, IReadOnlyList<CharterEdition> editions, IReadOnlyList<Person> desk)
    {
        var chance = new Chance(plan.Seed, -79);
        foreach (var edition in editions)
            foreach (var person in staff.Sellers.Where(s => s.LeftAt is null).Concat(desk))
                if (chance.Of(edition.Situation is CharterSituation.LargeDeal && edition.Number == 2 ? 0.4 : 0.8) && person != staff.First(Role.Seller) && person.ToldAt < plan.Morning(edition.SaidOn))
                    yield return new CharterAgreement { Id = chance.Key(plan.Morning(edition.SaidOn.AddDays(3))), EditionId = edition.Id, PersonId = person.Id, AcknowledgedOn = edition.SaidOn.AddDays(3) };
    }
}
