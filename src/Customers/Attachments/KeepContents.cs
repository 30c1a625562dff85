using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Files;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Attachments;

/// <summary>Keeps the contents of files that were sent, all or none: what is here already takes no room, and of several at once each sees what the ones before it took.</summary>
internal sealed class KeepContents(AppDb db, DataFolder folder, DateTime now)
{
    private sealed record Sent(IFormFile File, string Type, string Hash);

    /// <returns>Why nothing was kept; null where all is.</returns>
    public async Task<Refusal?> DoAsync(IReadOnlyList<(IFormFile File, string Type)> files, Func<IFormFile, Guid, Attachment> attach, CancellationToken ct)
    {
        var sent = new List<Sent>();
        foreach (var (file, type) in files) sent.Add(new(file, type, await ToDiskAsync(file, ct)));
        return await db.InOneTransactionAsync<Refusal?>(async () =>
        {
            // Whoever else keeps files for the organisation waits here.
            await db.Rows<Tenant>().Where(t => t.Id == db.Viewer.TenantId).ExecuteUpdateAsync(s => s.SetProperty(t => t.FileRoomMegabytes, t => t.FileRoomMegabytes), ct);
            var hashes = sent.Select(s => s.Hash).ToList();
            var known = await db.Rows<AttachedContent>().Where(c => hashes.Contains(c.Hash)).ToDictionaryAsync(c => c.Hash, ct);
            var fresh = sent.Where(s => !known.ContainsKey(s.Hash)).DistinctBy(s => s.Hash).ToList();
            if (await WhyNotAsync(fresh, ct) is { } no)
            {
                foreach (var gone in fresh) folder.Erase(gone.Hash);
                return no;
            }
            foreach (var (file, type, hash) in sent)
            {
                // One that was refused while this one waited took the file of both with it.
                if (!File.Exists(folder.FileOf(hash))) await ToDiskAsync(file, ct);
                if (known.TryGetValue(hash, out var kept)) kept.KeptAt = now;
                else db.Add(known[hash] = new AttachedContent { Hash = hash, Bytes = file.Length, MediaType = type, KeptAt = now });
                db.Add(attach(file, known[hash].Id));
            }
            await db.SaveChangesAsync(ct);
            return null;
        }, ct);
    }

    private async Task<Refusal?> WhyNotAsync(IReadOnlyList<Sent> fresh, CancellationToken ct)
    {
        var erased = await Erasure.ContentsAsync(db, ct);
        if (fresh.FirstOrDefault(s => erased.Contains(s.Hash)) is { } gone) return Outcome.Invalid("Files", T("{0} was erased here with somebody it was about, and is not kept again.", Path.GetFileName(gone.File.FileName)));
        var room = (long)await db.Rows<Tenant>().Where(t => t.Id == db.Viewer.TenantId).Select(t => t.FileRoomMegabytes).SingleAsync(ct) << 20;
        var taken = await db.Rows<AttachedContent>().SumAsync(c => c.Bytes, ct);
        if (fresh.Count == 0 || taken + fresh.Sum(s => s.File.Length) <= room) return null;
        return Outcome.Refused(T("There is room for {0} of files and {1} are taken: take some away, or ask an administrator for more room.", SizeText.Of(room), SizeText.Of(taken)));
    }

    // The organisation is part of the name: what two of them keep is never one file.
    private async Task<string> ToDiskAsync(IFormFile file, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        return await folder.KeepAsync(content, ct, BitConverter.GetBytes(db.Viewer.TenantId));
    }
}
