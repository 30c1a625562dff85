using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Favours;

/// <summary>Says what came of something given.</summary>
internal static class EndFavour
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>None takes back what was said.</summary>
        public FavourResult? Result { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (favour, no) = await db.FavourForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        favour!.Result = input.Result;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack(Url(favour))).Saying(T("Noted."));
    }

    internal static string Url(Favour favour) => $"/accounts/{favour.AccountId}/connection#given";
}

/// <summary>Takes away that something was given; for 30 days it can be brought back.</summary>
internal static class RemoveFavour
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await Removing.RemoveAsync(db, await db.FavourForChangeAsync(input.Id, ct), clock, f => f.What, f => new WentBack(EndFavour.Url(f)), f => $"/favours/{f.Id}/restorations", ct);
}

/// <summary>Brings it back.</summary>
internal static class RestoreFavour
{
    public static async Task<Outcome<WentBack>> Do(RemoveFavour.Input input, AppDb db, CancellationToken ct) =>
        await Removing.RestoreAsync(db, await db.FavourForChangeAsync(input.Id, ct, removed: true), f => f.What, f => new WentBack(EndFavour.Url(f)), ct);
}
