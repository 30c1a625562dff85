using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Http;
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

    internal sealed record Input : FileRecord, IUpload
    {
        public string? Back { get; init; }
        public IFormFileCollection? Files { get; init; }
    }

    public sealed record One { public Guid Id { get; init; } }

    internal static Task<Outcome<FileFormView>> OnAccount(One input, AppDb db, IEnumerable<IFilesOn> others, CancellationToken ct) => Form(new() { AccountId = input.Id }, db, others, ct);

    internal static Task<Outcome<FileFormView>> OnContact(One input, AppDb db, IEnumerable<IFilesOn> others, CancellationToken ct) => Form(new() { ContactId = input.Id }, db, others, ct);

    internal static Task<Outcome<FileFormView>> OnLead(One input, AppDb db, IEnumerable<IFilesOn> others, CancellationToken ct) => Form(new() { LeadId = input.Id }, db, others, ct);

    internal static Task<Outcome<FileFormView>> OnDeal(One input, AppDb db, IEnumerable<IFilesOn> others, CancellationToken ct) => Form(new() { DealId = input.Id }, db, others, ct);

    /// <summary>Shows the form again after it was posted.</summary>
    internal static async Task<Outcome<FileFormView>> Form(FileRecord input, AppDb db, IEnumerable<IFilesOn> others, CancellationToken ct) => await RecordAsync(db, input, others, ct) is { } record ? new FileFormView(record.Name, input) : Outcome.Missing;

    internal static async Task<Outcome<WentBack>> Do(Input input, AppDb db, IEnumerable<IFilesOn> others, DataFolder folder, TimeProvider clock, CancellationToken ct)
    {
        if (await RecordAsync(db, input, others, ct) is not { } record) return Outcome.Missing;
        var files = input.Files?.Where(f => f.Length > 0).ToList() ?? [];
        if (files.Count == 0) return Outcome.Invalid("Files", T("Choose one file or several."));
        var types = new List<string>();
        foreach (var file in files)
        {
            var name = Path.GetFileName(file.FileName);
            if (name.Length > LongestName) return Outcome.Invalid("Files", T("{0}: give it a name of at most {1} characters.", name[..40] + "…", LongestName));
            await using var content = file.OpenReadStream();
            if (await SafeType.OfAsync(name, content, ct) is not { } type) return Outcome.Invalid("Files", T("{0} cannot be added: it is not what its name says, or a kind of file that could be run. Documents, pictures, sound, film and text can; save it as one of them.", name));
            types.Add(type);
        }
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var keeping = new KeepContents(db, folder, clock.GetUtcNow().UtcDateTime);
        var refused = await keeping.DoAsync([.. files.Zip(types)], (file, content) => new Attachment
        {
            ContentId = content, Name = Path.GetFileName(file.FileName), AccountId = record.AccountId, ContactId = input.ContactId, AboutKind = input.LeadId is not null ? Kinds.Lead : input.DealId is not null ? FileRecord.Deal : null,
            AboutId = input.LeadId ?? input.DealId, OwnerId = db.Viewer.PersonId, AddedOn = today,
        }, ct);
        return refused is { } no ? no : Outcome.Done(new WentBack(LocalPath.Or(input.Back, input.Url) + "#files")).Saying(N(files.Count, "One file is added.", "{0} files are added."));
    }

    private static async Task<FilesRecord?> RecordAsync(AppDb db, FileRecord on, IEnumerable<IFilesOn> others, CancellationToken ct) =>
        on.AccountId is { } account ? await db.Accounts.Where(a => a.Id == account).Select(a => new FilesRecord(a.Name, a.Id)).SingleOrDefaultAsync(ct)
        : on.ContactId is { } contact ? await db.Contacts.Where(c => c.Id == contact).Select(c => new FilesRecord(c.Name, c.AccountId)).SingleOrDefaultAsync(ct)
        : on.LeadId is { } lead ? await db.Leads.Where(l => l.Id == lead).Select(l => new FilesRecord(l.Name, null)).SingleOrDefaultAsync(ct)
        : on.DealId is { } deal && others.FirstOrDefault(o => o.Kind == FileRecord.Deal) is { } deals ? await deals.FindAsync(db, deal, ct) : null;
}

/// <summary>The record files are added to: one of the four.</summary>
public record FileRecord
{
    internal const string Deal = "opportunity";

    public Guid? AccountId { get; init; }
    public Guid? ContactId { get; init; }
    public Guid? LeadId { get; init; }
    public Guid? DealId { get; init; }

    /// <summary>Its page.</summary>
    internal string Url => ContactId is { } contact ? $"/contacts/{contact}" : LeadId is { } lead ? $"/leads/{lead}" : DealId is { } deal ? $"/opportunities/{deal}" : $"/accounts/{AccountId}";

    internal static FileRecord Of(Attachment a) => new() { AccountId = a.AccountId, ContactId = a.ContactId, LeadId = a.AboutKind == Kinds.Lead ? a.AboutId : null, DealId = a.AboutKind == Deal ? a.AboutId : null };
}

/// <summary>A record of another module that files can be on.</summary>
public interface IFilesOn
{
    /// <summary>Its kind, e.g. <c>opportunity</c>.</summary>
    string Kind { get; }

    /// <summary>The record, for a viewer who sees it; null for one who does not.</summary>
    Task<FilesRecord?> FindAsync(AppDb db, Guid id, CancellationToken ct);
}

/// <summary>A record that files are on.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="AccountId">The account it belongs to; its own key where it is one.</param>
public sealed record FilesRecord(string Name, Guid? AccountId);

/// <summary>What the form that adds files starts with.</summary>
/// <param name="On">What the record is called.</param>
/// <param name="Record">Which it is.</param>
public sealed record FileFormView(string On, FileRecord Record);
