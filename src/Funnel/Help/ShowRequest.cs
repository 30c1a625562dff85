using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
namespace Coxswain.Funnel.Help;

/// <summary>Shows one request with what the viewer can do about it.</summary>
internal static class ShowRequest
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<RequestView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await HelpView.OneAsync(db, input.Id, ct) is not { } request) return Outcome.Missing;
        var (me, now) = (db.Viewer.PersonId, clock.GetUtcNow().UtcDateTime);
        return new RequestView(request, me, now, Standing.Of(await db.TenantAsync(ct), now).Today);
    }

    /// <summary>As data.</summary>
    public static async Task<Outcome<HelpView>> Read(Input input, AppDb db, CancellationToken ct) => await HelpView.OneAsync(db, input.Id, ct) is { } request ? request : Outcome.Missing;
}

/// <summary>One request as its page shows it.</summary>
public sealed record RequestView(HelpView Request, Guid Me, DateTime Now, DateOnly Today)
{
    internal bool MayTake => Request.HelperId is null && Request.AskedById != Me;

    internal bool MayRefuse => Request.State is HelpState.Waiting && Request.IsAskedOf(Me) && Request.AskedById != Me;

    internal bool MaySay => Request.HelperId is not null && (Request.HelperId == Me || Request.AskedById == Me);

    internal bool MayTakeBack => Request.HelperId is null && Request.AskedById == Me;
}
