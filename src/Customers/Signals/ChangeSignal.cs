using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Signals;

/// <summary>Changes fields of a signal: those that were sent, the others stay.</summary>
internal static class ChangeSignal
{
    public sealed record Input : SignalFields, IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();
        public Guid Id { get; init; }
        public int Version { get; init; }
        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<SignalView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.SignalForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var signal = found!;
        var problems = input.Check(kind: input.Has("Kind"), await ListTasks.TodayAsync(db, clock, ct)).AddIf(input.Has("On") && input.On is null, "On", T("Please fill this in."));
        if (problems.Any) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(signal, signal.Drawn(input.Version), ct);
        if (input.Has("Kind")) signal.Kind = merge.Take(nameof(signal.Kind), signal.Kind, input.Kind!.Value);
        if (input.Has("On")) signal.On = merge.Take(nameof(signal.On), signal.On, input.On!.Value);
        if (input.Has("Source")) signal.Source = merge.Take(nameof(signal.Source), signal.Source, input.Source);
        if (input.Has("Note")) signal.Note = merge.Take(nameof(signal.Note), signal.Note, input.Note);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return await ListSignals.OneAsync(db, signal.Id, ct);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var changed = await Do(input, db, clock, ct);
        return changed.View is { } signal ? Outcome.Done(new WentBack(LocalPath.Or(input.Back, $"/accounts/{signal.AccountId}"))).Saying(T("Changed: {0}", SignalWords.Of(signal.Kind))) : changed.No;
    }
}
