using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
namespace Coxswain.Customers.Signals;

/// <summary>Takes a signal away; for 30 days it can be brought back. The task made of it stays.</summary>
internal static class RemoveSignal
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public string? Back { get; init; }

        internal WentBack BackFrom(Signal signal) => new(LocalPath.Or(Back, $"/accounts/{signal.AccountId}"));
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await Removing.RemoveAsync(db, await db.SignalForChangeAsync(input.Id, ct), clock, s => SignalWords.Of(s.Kind), input.BackFrom, s => $"/signals/{s.Id}/restorations".With("back", input.BackFrom(s).Url), ct);
}

/// <summary>Brings a removed signal back.</summary>
internal static class RestoreSignal
{
    public static async Task<Outcome<WentBack>> Do(RemoveSignal.Input input, AppDb db, CancellationToken ct) =>
        await Removing.RestoreAsync(db, await db.SignalForChangeAsync(input.Id, ct, removed: true), s => SignalWords.Of(s.Kind), input.BackFrom, ct);
}
