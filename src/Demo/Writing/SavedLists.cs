using Coxswain.Demo.Inventing;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists;
namespace Coxswain.Demo.Writing;

/// <summary>Lists that people of the invented company keep under a name: of each layout one, for oneself, the team and everyone.</summary>
internal static class SavedLists
{
    public static IEnumerable<Entity> Of(CompanyPlan plan, Workforce staff)
    {
        var (chance, began) = (new Chance(plan.Seed, -53), plan.Morning(plan.Began));
        var (leader, manager, seller) = (staff.First(Role.Leader).Id, staff.First(Role.Manager).Id, staff.First(Role.Seller).Id);
        return
        [
            Kept(Customers.Kinds.Lead, "Leads by status", leader, Audience.All, "/leads", "?as=board&group=status", 1),
            Kept(Funnel.Kinds.Opportunity, "Decisions day by day", leader, Audience.All, "/opportunities", "?as=calendar&group=close", 1),
            Kept(Customers.Kinds.Account, "By planning system", manager, Audience.Team, "/accounts", "?group=cf.planning_system&columns=employees", 1),
            Kept(Customers.Kinds.Account, "My A accounts", seller, Audience.Private, "/accounts", "?tier=A&owner=mine&sort=-employees", 2),
        ];

        SavedView Kept(string kind, string name, Guid owner, Audience audience, string path, string query, int position) =>
            new() { Id = chance.Key(began), Kind = kind, Name = name, OwnerId = owner, Audience = audience, Path = path, Query = query, Position = position };
    }
}
