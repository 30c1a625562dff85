using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
namespace Coxswain.Customers.Connection;

/// <summary>How often we were in touch in the last ninety days, and in the ninety before; notes are no touch.</summary>
/// <param name="Now">Touches of the last ninety days.</param>
/// <param name="Before">Touches of the ninety days before those.</param>
public sealed record TouchTrend(int Now, int Before)
{
    private const double MonthsOfWindow = 3;

    public static TimeSpan Window { get; } = TimeSpan.FromDays(90);

    /// <summary>What counts as being in touch with an account.</summary>
    internal static IQueryable<Interaction> Touched(AppDb db, Guid accountId) => db.Interactions.Where(i => i.AccountId == accountId && i.Kind != InteractionKind.Note);

    /// <summary>Touches a month, lately.</summary>
    public double AMonth => Now / MonthsOfWindow;

    /// <summary>Touches a month, before.</summary>
    public double AMonthBefore => Before / MonthsOfWindow;

    /// <summary>
    /// -1 quieter, 1 livelier, 0 no difference beyond chance. Counts of rare events vary by the square root of their size, so that two of them differ
    /// when they are further apart than twice the root of their sum.
    /// </summary>
    public int Direction => Math.Abs(Now - Before) > 2 * Math.Sqrt(Now + Before) ? Math.Sign(Now - Before) : 0;
}
