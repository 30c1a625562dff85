using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Opportunities as they were at an instant, ready for a list: the interval, and the name the opportunity has now.</summary>
internal static class PastDeals
{
    public static IQueryable<OpportunityState> StatesAt(this AppDb db, DateTime at)
    {
        var visible = db.Opportunities;
        return db.OpportunityStates.Where(s => s.SupersededAt == null && s.From <= at && (s.To == null || s.To > at) && visible.Any(o => o.Id == s.OpportunityId));
    }

    /// <summary>The last instant of a day.</summary>
    public static DateTime EndOf(DateOnly day) => day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMicroseconds(-1);
}
