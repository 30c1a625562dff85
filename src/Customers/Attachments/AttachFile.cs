using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Attachments;

/// <summary>Adds files to a record, all or none: what they are is looked at, and there has to be room for them.</summary>
public static class AttachFile
{
    /// <summary>Bytes of one upload; it goes to disk as it comes.</summary>
    public const long LargestUpload = 200L << 20;
    private const int LongestName = 200;

    internal sealed record Input
    {
        public Guid? AccountId { get; init; }
        public Guid? ContactId { get; init; }
        public Guid? LeadId { get; init; }
        public string? Back { get; init; }
        public IFormFileCollection? Files { get; init; }
        internal string BackPath => LocalPath.Or(Back, AccountId is { } account ? $"/accounts/{account}" : ContactId is { } contact ? $"/contacts/{contact}" : LeadId is { } lead ? $"/leads/{lead}" : "/accounts");
    }

    public sealed record Show
    {
        public Guid? AccountId { get; init; }
        public Guid? ContactId { get; init; }
        public Guid? LeadId { get; init; }
    }

    public sealed record One { public Guid Id { get; init; } }

    internal static Task<Outcome<FileFormView>> OnAccount(One input, AppDb db, CancellationToken ct) => Form(new() { AccountId = input.Id }, db, ct);

    internal static Task<Outcome<FileFormView>> OnContact(One input, AppDb db, CancellationToken ct) => Form(new() { ContactId = input.Id }, db, ct);

    internal static Task<Outcome<FileFormView>> OnLead(One input, AppDb db, CancellationToken ct) => Form(new() { LeadId = input.Id }, db, ct);

    /// <summary>Shows the form again after it was posted.</summary>
    internal static async Task<Outcome<FileFormView>> Form(Show input, AppDb db, CancellationToken ct) =>
        await NameAsync(db, input.AccountId, input.ContactId, input.LeadId, ct) is { } name ? new FileFormView(new Input { AccountId = input.AccountId, ContactId = input.ContactId, LeadId = input.LeadId }.BackPath, name, input) : Outcome.Missing;

    internal static async Task<Outcome<WentBack>> Do(Input input, AppDb db, DataFolder folder, TimeProvider clock, CancellationToken ct)
    {
        if (await NameAsync(db, input.AccountId, input.ContactId, input.LeadId, ct) is null) return Outcome.Missing;
        var files = input.Files?.Where(f => f.Length > 0).ToList() ?? [];
        if (files.Count == 0) return Outcome.Invalid("Files", T("Choose one file or several."));
        var types = new List<string>();
        foreach (var file in files)
        {
            var name = Path.GetFileName(file.FileName);
            if (name.Length > LongestName) return Outcome.Invalid("Files", T("{0}: give it a name of at most {1} characters.", name[..40] + "…", LongestName));
            if (SafeType.Of(name, await HeadAsync(file, ct)) is not { } type) return Outcome.Invalid("Files", T("{0} cannot be added: it is not what its name says, or a kind of file that could be run. Documents, pictures, sound, film and text can; save it as one of them.", name));
            types.Add(type);
        }
        var (room, taken) = (await RoomAsync(db, ct), await db.Rows<AttachedContent>().SumAsync(c => c.Bytes, ct));
        if (taken + files.Sum(f => f.Length) > room) return Outcome.Refused(T("There is room for {0} of files and {1} are taken: take some away, or ask an administrator for more room.", SizeText.Of(room), SizeText.Of(taken)));
        var (today, account) = (await ListTasks.TodayAsync(db, clock, ct), input.AccountId ?? (input.ContactId is { } contact ? await db.Contacts.Where(c => c.Id == contact).Select(c => c.AccountId).SingleAsync(ct) : null));
        for (var i = 0; i < files.Count; i++)
        {
            var content = await KeptAsync(db, folder, files[i], types[i], clock.GetUtcNow().UtcDateTime, ct);
            db.Add(new Attachment { ContentId = content, Name = Path.GetFileName(files[i].FileName), AccountId = account, ContactId = input.ContactId, AboutKind = input.LeadId is null ? null : Kinds.Lead, AboutId = input.LeadId, OwnerId = db.Viewer.PersonId, AddedOn = today });
            await db.SaveChangesAsync(ct);
        }
        return Outcome.Done(new WentBack(input.BackPath + "#files")).Saying(N(files.Count, "One file is added.", "{0} files are added."));
    }

    // The organisation is part of the name: what two of them keep is never one file.
    private static async Task<Guid> KeptAsync(AppDb db, DataFolder folder, IFormFile file, string type, DateTime now, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        var hash = await folder.KeepAsync(content, ct, BitConverter.GetBytes(db.Viewer.TenantId));
        if (await db.Rows<AttachedContent>().Where(c => c.Hash == hash).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct) is { } known) return known;
        var kept = new AttachedContent { Hash = hash, Bytes = file.Length, MediaType = type, KeptAt = now };
        db.Add(kept);
        return kept.Id;
    }

    private static async Task<byte[]> HeadAsync(IFormFile file, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        var head = new byte[SafeType.Head];
        return head[..await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct)];
    }

    private static async Task<long> RoomAsync(AppDb db, CancellationToken ct) => (long)await db.Rows<Tenant>().Where(t => t.Id == db.Viewer.TenantId).Select(t => t.FileRoomMegabytes).SingleAsync(ct) << 20;

    private static async Task<string?> NameAsync(AppDb db, Guid? accountId, Guid? contactId, Guid? leadId, CancellationToken ct) =>
        accountId is { } account ? await db.Accounts.Where(a => a.Id == account).Select(a => a.Name).SingleOrDefaultAsync(ct)
        : contactId is { } contact ? await db.Contacts.Where(c => c.Id == contact).Select(c => c.Name).SingleOrDefaultAsync(ct)
        : leadId is { } lead ? await db.Leads.Where(l => l.Id == lead).Select(l => l.Name).SingleOrDefaultAsync(ct) : null;
}

/// <summary>What the form that adds files starts with.</summary>
public sealed record FileFormView(string Back, string On, AttachFile.Show Record);
