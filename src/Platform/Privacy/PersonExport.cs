using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Files;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Platform.Privacy;

/// <summary>A file with everything about one person that somebody asked for. It lies outside what copies hold, and goes after a week or once they are erased.</summary>
public sealed class PersonExport : Entity
{
    /// <summary>The file can be taken this long.</summary>
    public const int Days = 7;

    /// <summary>The kind of record: <c>contact</c>, <c>lead</c>, <c>person</c>.</summary>
    public required string Kind { get; init; }
    [Data.PointsAt(StaysBecause = "it says whose data was asked for")]
    public required Guid SubjectId { get; init; }
    public required Guid AskedById { get; init; }
    public required DateTime AskedAt { get; init; }

    /// <summary>The job that writes it.</summary>
    public Guid JobId { get; set; }

    /// <summary>Null while it is being written.</summary>
    public DateTime? ReadyAt { get; set; }
    public long Bytes { get; set; }

    /// <summary>When it was taken last.</summary>
    public DateTime? TakenAt { get; set; }

    public DateTime EndsAt => (ReadyAt ?? AskedAt).AddDays(Days);

    internal string PathIn(DataFolder folder) => Path.Combine(folder.Beside("exports"), $"{TenantId}-{Id:N}.zip");
}

internal sealed class PersonExportTable : IEntityTypeConfiguration<PersonExport>
{
    public void Configure(EntityTypeBuilder<PersonExport> row)
    {
        row.ToTable("PersonExports");
        row.HasIndex(e => new { e.TenantId, e.SubjectId });
        row.HasIndex(e => new { e.TenantId, e.AskedAt });
    }
}

/// <summary>Everything about a person was asked for as a file; whose, says the subject.</summary>
internal sealed record PersonDataAsked() : News("person-data.asked");

/// <summary>It was taken.</summary>
internal sealed record PersonDataTaken() : News("person-data.taken");

/// <summary>Files whose week is over go.</summary>
internal sealed class OldPersonExports(DataFolder folder) : IUpkeep
{
    public async Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var before = now.AddDays(-PersonExport.Days);
        await ForgetAsync(db, db.Rows<PersonExport>().Where(e => (e.ReadyAt ?? e.AskedAt) < before), folder, ct);
    }

    internal static async Task ForgetAsync(AppDb db, IQueryable<PersonExport> which, DataFolder folder, CancellationToken ct)
    {
        foreach (var export in await which.ToListAsync(ct))
        {
            File.Delete(export.PathIn(folder));
            db.Remove(export);
        }
        await db.SaveChangesAsync(ct);
    }
}
