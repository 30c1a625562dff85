using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Privacy;

/// <summary>A contact with whom nothing happened for long: somebody says why they are kept, or erases them.</summary>
internal sealed class SilentContact : Entity
{
    public required Guid ContactId { get; init; }

    /// <summary>When they were put up for review.</summary>
    public required DateOnly FoundOn { get; set; }

    /// <summary>Why they are kept; null while nobody decided.</summary>
    public string? Because { get; set; }

    /// <summary>Who decided that.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>They are not asked about again before; null while nobody decided.</summary>
    public DateOnly? KeptUntil { get; set; }
}

internal sealed class SilentContactTable : IEntityTypeConfiguration<SilentContact>
{
    public void Configure(EntityTypeBuilder<SilentContact> row)
    {
        row.ToTable("SilentContacts");
        row.HasIndex(s => new { s.TenantId, s.ContactId }).IsUnique();
        row.HasIndex(s => new { s.TenantId, s.KeptUntil, s.FoundOn });
        row.HasOne<Contact>().WithMany().HasForeignKey(s => new { s.TenantId, s.ContactId });
    }
}

/// <summary>Puts up for review with whom nothing happened for as long as is set, in short steps along the keys of all contacts, and takes off who is heard of again.</summary>
internal sealed class SilentRetention : IRetain
{
    public const string Name = "silent-contacts";
    public const int Months = 24;
    private const int AtOnce = 1_000;

    public string What => Name;
    public string Label => T("Contacts nothing happens with");
    public string Then => T("Then somebody is asked whether to keep or erase them; nobody goes by themselves.");
    public RetentionUnit Unit => RetentionUnit.Months;
    public int Default => Months;
    public int Least => 6;
    public int Most => 120;

    public async Task<int> ApplyAsync(AppDb db, DateTime before, DateTime now, CancellationToken ct)
    {
        var (today, found) = (DateOnly.FromDateTime(now), 0);
        await db.ClearAsync(db.Rows<SilentContact>().Where(s => s.KeptUntil == null && !Silent(db, before).Any(c => c.Id == s.ContactId)), ct);
        for (Guid? after = Guid.Empty; after is { } last;)
        {
            var some = await db.Rows<Contact>().Where(c => c.Id > last).OrderBy(c => c.Id).Select(c => c.Id).Take(AtOnce).ToListAsync(ct);
            if (some.Count == 0) break;
            var due = await Silent(db, before).Where(c => some.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct);
            found += await PutUpAsync(db, due, today, ct);
            after = some.Count < AtOnce ? null : some[^1];
            db.ChangeTracker.Clear();
        }
        return found;
    }

    private static async Task<int> PutUpAsync(AppDb db, IReadOnlyList<Guid> due, DateOnly today, CancellationToken ct)
    {
        var known = await db.Rows<SilentContact>().Where(s => due.Contains(s.ContactId)).ToDictionaryAsync(s => s.ContactId, ct);
        var put = 0;
        foreach (var id in due)
        {
            if (known.GetValueOrDefault(id) is not { } there) db.Add(new SilentContact { ContactId = id, FoundOn = today });
            else if (there.KeptUntil is { } until && until <= today) (there.FoundOn, there.KeptUntil, there.Because, there.PersonId) = (today, null, null, null);
            else continue;
            put++;
        }
        await db.SaveChangesAsync(ct);
        return put;
    }

    // With whom nothing was ever done counts from when they came here.
    private static IQueryable<Contact> Silent(AppDb db, DateTime before)
    {
        var (touches, tasks, made, day) = (db.Rows<Interaction>(), db.Rows<Todo>(), Keys.Of(before, new byte[16]), DateOnly.FromDateTime(before));
        return db.Rows<Contact>().Where(c => !touches.Any(i => i.ContactId == c.Id && i.OccurredAt >= before) && !tasks.Any(t => t.ContactId == c.Id && (t.DueOn >= day || t.DoneAt >= before)) && (c.Id < made || touches.Any(i => i.ContactId == c.Id)));
    }
}
