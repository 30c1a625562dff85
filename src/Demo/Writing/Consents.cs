using Coxswain.Customers.Consent;
using Coxswain.Customers.Contacts;
using Coxswain.Demo.Inventing;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Tenants;
namespace Coxswain.Demo.Writing;

/// <summary>Who of the invented company's contacts may be written to, who refused it later, and who is suppressed whatever they said.</summary>
internal static class Consents
{
    private const double Agreed = 0.35, Refused = 0.15, Contract = 0.3, Stopped = 0.02;

    private static readonly string[] Words = ["Yes, I would like to get the monthly letter", "Ticked at the fair: send me news", "Wrote: please keep me posted"];

    /// <summary>The rows, and what is true of them.</summary>
    public static (IReadOnlyList<Entity> Rows, PlantedConsents Truth) Of(CompanyPlan plan, IEnumerable<Contact> contacts, Tenant tenant)
    {
        // Streams of their own, as of the news.
        var (said, stops) = (new Chance(plan.Seed, -49), new Chance(plan.Seed, -50));
        var (rows, may, refused, stopped) = (new List<Entity>(), 0, 0, 0);
        foreach (var contact in contacts.Where(c => c.Email is not null))
        {
            var on = plan.Until.AddDays(-said.Between(60, 500));
            var (agreed, isStopped) = (said.Of(Agreed), stops.Of(Stopped));
            var isRefused = agreed && said.Of(Refused);
            if (agreed) rows.Add(Entry(said, plan, contact, Purpose.Newsletter, LegalGround.Consent, on, said.One(Words)));
            if (isRefused) rows.Add(Entry(said, plan, contact, Purpose.Newsletter, null, on.AddDays(said.Between(5, 50)), "Unsubscribed"));
            if (said.Of(Contract)) rows.Add(Entry(said, plan, contact, Purpose.OneToOne, LegalGround.Contract, on, "Named in the contract as the person to talk to"));
            if (isStopped) rows.Add(Stop(stops, plan, contact, tenant));
            may += agreed && !isRefused && !isStopped ? 1 : 0;
            refused += isRefused ? 1 : 0;
            stopped += isStopped ? 1 : 0;
        }
        return (rows, new PlantedConsents(may, refused, stopped));
    }

    private static ConsentEntry Entry(Chance chance, CompanyPlan plan, Contact contact, Purpose purpose, LegalGround? ground, DateOnly on, string words) => new()
    {
        Id = chance.Key(plan.Morning(on)), ContactId = contact.Id, Channel = Channel.Mail, Purpose = purpose, IsGiven = ground is not null, Ground = ground, On = on, RecordedAt = plan.Morning(on), Way = ground is LegalGround.Contract ? ConsentWay.Paper : ConsentWay.Form, Evidence = words, PersonId = contact.OwnerId,
    };

    private static Suppression Stop(Chance chance, CompanyPlan plan, Contact contact, Tenant tenant)
    {
        var on = plan.Until.AddDays(-chance.Between(5, 50));
        return new Suppression { Id = chance.Key(plan.Morning(on)), Fingerprint = Fingerprints.Of(tenant, contact.Email!.ToLowerInvariant()), IsDomain = false, Value = contact.Email!.ToLowerInvariant(), Reason = chance.Of(0.6) ? SuppressionReason.Asked : SuppressionReason.Bounced, On = on, PersonId = contact.OwnerId };
    }
}
