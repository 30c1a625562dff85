using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
namespace Coxswain.Customers.Attachments;

/// <summary>Takes a file off its record; for 30 days it can be brought back.</summary>
internal static class RemoveFile
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public string? Back { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await Removing.RemoveAsync(db, await db.AttachmentForChangeAsync(input.Id, ct), clock, a => a.Name, a => new WentBack(Url(a, input)), a => $"/attachments/{a.Id}/restorations".With("back", Url(a, input)), ct);

    internal static string Url(Attachment a, Input input) => LocalPath.Or(input.Back, FileRecord.Of(a).Url);
}

/// <summary>Brings it back.</summary>
internal static class RestoreFile
{
    public static async Task<Outcome<WentBack>> Do(RemoveFile.Input input, AppDb db, CancellationToken ct) =>
        await Removing.RestoreAsync(db, await db.AttachmentForChangeAsync(input.Id, ct, removed: true), a => a.Name, a => new WentBack(RemoveFile.Url(a, input)), ct);
}
