using Coxswain.Demo.Inventing;
using Coxswain.Funnel.Disagreement;
using Coxswain.People.Teams;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo.Writing;

/// <summary>Disagreements that people of the invented company work on for themselves, and what stands between its departments.</summary>
internal sealed class AtOdds(CompanyPlan plan, Workforce staff, Helpdesk desk, PrivateKeeper keeper)
{
    private readonly Chance _chance = new(plan.Seed, -81);

    public async Task PlantAsync(AppDb db, CancellationToken ct)
    {
        var (seller, manager, leader, support) = (staff.First(Role.Seller).Id, staff.First(Role.Manager).Id, staff.First(Role.Leader).Id, staff.First(Role.Support).Id);
        var rival = staff.Sellers.First(s => s.LeftAt is null && s.Id != seller).Id;
        Gesture Made(string rung, int size, int daysAgo, Response? response, string text, string? note = null, int after = 0) =>
            new() { Id = _chance.Key(plan.Morning(plan.Until.AddDays(-daysAgo))), Rung = rung, Size = size, Text = text, On = plan.Until.AddDays(-daysAgo), Response = response, RespondedOn = response is null ? null : plan.Until.AddDays(after - daysAgo), Note = note };
        await db.InsertManyAsync((Worksheet[])
        [
            Sheet(db, seller, manager, new()
            {
                Issue = "Who speaks with the customer after a delay", PersonId = support, Since = plan.Until.AddYears(-2), TimesAWeek = 6, MyNeed = "To hear it before the customer does", TheirNeed = "Not to be called in the middle of a fault", IsStructural = false, IsAbility = false, IsBadFaith = false, OpenedOn = plan.Until.AddDays(-150),
                Gestures =
                [
                    Made(Ladder.SmallTalk, 1, 148, Response.Away, "Asked how the weekend in Brno was", "Went on reading mail"), Made(Ladder.SmallTalk, 1, 139, Response.Toward, "Brought the weather report for the regatta", "Laughed, and told of the last one"), Made(Ladder.Coffee, 3, 121, Response.Against, "Coffee on Thursday?", "“You only come when you want something”"),
                    Made(Ladder.SmallTalk, 1, 102, Response.Toward, "Thanked for the night shift in Gdańsk", "“At last somebody noticed”", 1), Made(Ladder.Coffee, 3, 74, Response.Toward, "Coffee after the Monday round", "Half an hour, and a list of what gets in the way", 2), Made(Ladder.View, 5, 41, Response.Away, "May I tell how the customer hears it?", "Not now"), Made(Ladder.Theirs, 4, 40, Response.Toward, "Then tell me how it is at the desk", "Drew the whole shift on a napkin"),
                ],
            }),
            Sheet(db, seller, null, new() { Issue = "The last word on prices for Switzerland", Name = "Reto, at the distributor", Since = plan.Until.AddMonths(-7), MyNeed = "An answer within the day", IsStructural = true, OpenedOn = plan.Until.AddDays(-30) }),
            Sheet(db, manager, null, new()
            {
                Issue = "My people are lent out without asking me", PersonId = leader, Since = plan.Until.AddYears(-1), TimesAWeek = 2, MyNeed = "To be asked first", OpenedOn = plan.Until.AddDays(-60),
                Rungs = [new(_chance.Key(plan.Morning(plan.Until.AddDays(-58))), "Send the plan of the week unasked", 2)], Gestures = [Made(Ladder.SmallTalk, 1, 55, Response.Toward, "Asked after the move to Porto", "Showed pictures of the flat"), Made(Ladder.Coffee, 3, 5, null, "Walk to the canteen together on Friday?")],
            }),
            Sheet(db, support, null, new() { Issue = "Tips of mine end in somebody else's figures", PersonId = rival, Since = plan.Until.AddMonths(-4), OpenedOn = plan.Until.AddDays(-20), EndedOn = plan.Until.AddDays(-2), Ending = "We note it together now, at the same table" }),
        ], ct, asItHappened: true);
        var teams = await db.Rows<Team>().AsNoTracking().Where(t => t.Id != desk.Team.Id && t.ManagerId != null && t.ClosedOn == null).OrderBy(t => t.Id).Take(2).Select(t => t.Id).ToListAsync(ct);
        if (teams is not [var one, var other]) return;
        TurfCase Between(Guid first, Guid second, int monthsAgo, string issue, TurfState state, string? action) =>
            new() { Id = _chance.Key(plan.Morning(plan.Until.AddMonths(-1))), OwnerId = leader, FirstTeamId = first, SecondTeamId = second, Issue = issue, Since = plan.Until.AddMonths(-monthsAgo), Action = action, State = state, SettledOn = state is TurfState.Settled ? plan.Until.AddDays(-9) : null, Resolution = state is TurfState.Settled ? "One list of sites, and one name beside each" : null };
        await db.InsertManyAsync((TurfCase[])
        [
            Between(desk.Team.Id, one, 26, "Who decides what a visit on site costs the customer", TurfState.Acting, "Both heads price the next five visits together, one table, one list"),
            Between(desk.Team.Id, other, 14, "Parts for a pilot come last, whatever day was promised", TurfState.Open, null),
            Between(one, other, 9, "Customers with sites in both regions are called twice", TurfState.Settled, "The larger site decides; the other is asked before an offer"),
        ], ct, asItHappened: true);
    }

    private Worksheet Sheet(AppDb db, Guid author, Guid? mediator, SheetWords words)
    {
        var row = new Worksheet { Id = _chance.Key(plan.Morning(words.OpenedOn)), AuthorId = author, MediatorId = mediator };
        row.Close(db.Viewer.TenantId, keeper, words);
        return row;
    }
}
