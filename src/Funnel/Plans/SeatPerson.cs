using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>Says who sits in a committee that decides, or that somebody does not.</summary>
internal static class SeatPerson
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>The committee, by its place on the map.</summary>
        public Guid Body { get; init; }

        /// <summary>A contact of the account.</summary>
        public Guid? Contact { get; init; }
    }

    public static async Task<Outcome<Seated>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, today, no) = await db.PlanForChangeAsync(input.Id, clock, ct);
        if (no is not null) return no;
        var problems = new Problems();
        if (await db.SeatAsync(deal!, input.Body, input.Contact, today, problems, ct) is not { } place) return Outcome.Invalid(problems);
        await db.SaveChangesAsync(ct);
        return new Seated(place, input.Body);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var seated = await Do(input, db, clock, ct);
        return seated.View is { } view ? Outcome.Done(new WentBack(Url(input.Id, view.Body))).Saying(T("They sit in it."), $"/opportunities/{input.Id}/plan/seats/{view.Id}/removals") : seated.No;
    }

    public sealed record Left
    {
        public Guid Id { get; init; }

        /// <summary>Who sits in one, by their place on the map.</summary>
        public Guid Place { get; init; }
    }

    public static async Task<Outcome<WentBack>> Remove(Left input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, _, no) = await db.PlanForChangeAsync(input.Id, clock, ct);
        if (no is not null) return no;
        if (await db.UnseatAsync(deal!, input.Place, ct) is not { } left) return Outcome.Missing;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack(Url(input.Id, left.Body))).Saying(T("They sit in it no more."));
    }

    private static string Url(Guid deal, Guid body) => $"/opportunities/{deal}/plan?person={body}#person";
}

/// <summary>Who sits in a committee.</summary>
/// <param name="Id">Their place on the map.</param>
/// <param name="Body">The committee's.</param>
public sealed record Seated(Guid Id, Guid Body);
