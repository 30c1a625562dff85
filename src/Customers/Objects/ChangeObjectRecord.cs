using Coxswain.Customers.Records;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Objects;

/// <summary>Changes fields of a record: those that were sent, the others stay.</summary>
internal static class ChangeObjectRecord
{
    public sealed record Input : ObjectRecordFields, IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();
        public Guid Id { get; init; }
        public int Version { get; init; }
    }

    public static async Task<Outcome<ObjectRecordView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (found, no) = await db.ObjectRecordForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var record = found!;
        if (await db.OwnObjectAsync(record.ObjectKey, ct) is null) return Outcome.Missing;
        var problems = new Problems().AddIf(input.Sent.Contains("Name") && string.IsNullOrWhiteSpace(input.Name), "Name", T("Please fill this in."));
        if (input.Sent.Contains("OwnerId") && input.OwnerId != record.OwnerId && !(input.OwnerId is { } owner && await db.IsHereAsync(owner, ct))) problems.Add("OwnerId", T("Choose someone who is here."));
        if (problems.Any) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(record, record.Drawn(input.Version), ct);
        if (input.Sent.Contains("Name")) record.Name = merge.Take(nameof(record.Name), record.Name, input.Name!);
        if (input.Sent.Contains("OwnerId")) record.OwnerId = merge.Take(nameof(record.OwnerId), record.OwnerId, input.OwnerId!.Value);
        await CustomTaking.TakeAsync(db, record.FieldKind!, record, input.Custom, problems, ct, merge);
        if (problems.Any) return Outcome.Invalid(problems);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return (await ObjectRecordView.OneAsync(db, record.Id, ct))!;
    }

    public static async Task<Outcome<FactsView>> OnPage(Input input, AppDb db, CancellationToken ct)
    {
        var outcome = await Do(input, db, ct);
        if (!outcome.IsDone) return outcome.No;
        var shown = await ShowObjectRecord.Facts(new() { Id = input.Id }, db, ct);
        return shown.View is { } facts ? facts with { IsSaved = true } : Outcome.Missing;
    }
}

/// <summary>Takes a record away; for 30 days it can be brought back.</summary>
internal static class RemoveObjectRecord
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<Removed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await Removing.RemoveAsync(db, await db.ObjectRecordForChangeAsync(input.Id, ct), clock, r => r.Name, r => new Removed(r.Id, $"/objects/{r.ObjectKey}"), r => $"/records/{r.Id}/restorations", ct);
}

/// <summary>Brings a removed record back.</summary>
internal static class RestoreObjectRecord
{
    public static async Task<Outcome<Removed>> Do(RemoveObjectRecord.Input input, AppDb db, CancellationToken ct) =>
        await Removing.RestoreAsync(db, await db.ObjectRecordForChangeAsync(input.Id, ct, removed: true), r => r.Name, r => new Removed(r.Id, $"/records/{r.Id}"), ct);
}
