using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Signals;

/// <summary>Takes a signal away; for 30 days it can be brought back. The task made of it stays.</summary>
internal static class RemoveSignal
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public string? Back { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (signal, no) = await db.SignalForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        signal!.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        var back = LocalPath.Or(input.Back, $"/accounts/{signal.AccountId}");
        return Outcome.Done(new WentBack(back)).Saying(T("{0} is removed.", SignalWords.Of(signal.Kind)), $"/signals/{signal.Id}/restorations".With("back", back));
    }
}

/// <summary>Brings a removed signal back.</summary>
internal static class RestoreSignal
{
    public static async Task<Outcome<WentBack>> Do(RemoveSignal.Input input, AppDb db, CancellationToken ct)
    {
        var (signal, no) = await db.SignalForChangeAsync(input.Id, ct, removed: true);
        if (no is not null) return no;
        signal!.RemovedAt = null;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack(LocalPath.Or(input.Back, $"/accounts/{signal.AccountId}"))).Saying(T("{0} is back.", SignalWords.Of(signal.Kind)));
    }
}
