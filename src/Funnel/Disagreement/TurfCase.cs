using System.Text.Json.Serialization;
using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Disagreement;

/// <summary>How a matter between departments stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TurfState>))]
public enum TurfState { Open, Acting, Settled }

/// <summary>What stands between two departments, and what a leader does about it. Of departments, never of a person; no worksheet is in it.</summary>
[Tracked(Kinds.TurfCase)]
internal sealed class TurfCase : Entity, IOwned, IRemovable
{
    /// <summary>The leader who sees to it.</summary>
    public required Guid OwnerId { get; set; }

    [PointsAt(Kind = "team")]
    public required Guid FirstTeamId { get; set; }

    [PointsAt(Kind = "team")]
    public required Guid SecondTeamId { get; set; }
    public required string Issue { get; set; }

    /// <summary>Null is unknown.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>What the leader does about it; null while nothing.</summary>
    public string? Action { get; set; }
    public required TurfState State { get; set; }
    public DateOnly? SettledOn { get; set; }

    /// <summary>How it was settled.</summary>
    public string? Resolution { get; set; }
    public DateTime? RemovedAt { get; set; }
}

internal sealed class TurfCaseTable : IEntityTypeConfiguration<TurfCase>
{
    public void Configure(EntityTypeBuilder<TurfCase> row)
    {
        row.ToTable("TurfCases");
        row.HasIndex(c => new { c.TenantId, c.OwnerId });
    }
}

/// <summary>An erased contact is named in no matter between departments any more.</summary>
internal sealed class TurfErasing : IErase
{
    public string Kind => Customers.Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.ContactBlotAsync(id, ct) is not { } blot) return [];
        var naming = new List<Guid>();
        await foreach (var row in db.RowsWithRemoved<TurfCase>().AsNoTracking().Select(c => new { c.Id, c.Issue, c.Action, c.Resolution }).AsAsyncEnumerable().WithCancellation(ct))
            if (blot.Names(row.Issue) || blot.Names(row.Action) || blot.Names(row.Resolution)) naming.Add(row.Id);
        if (naming.Count > 0) await db.RewriteRecordsAsync(db.RowsWithRemoved<TurfCase>().Where(c => naming.Contains(c.Id)), c => (c.Issue, c.Action, c.Resolution) = (blot.Text(c.Issue)!, blot.Text(c.Action), blot.Text(c.Resolution)), blot, ct);
        return [];
    }
}

/// <summary>What leaders see to between departments.</summary>
internal sealed class TurfData : IPersonData
{
    public string Kind => "person";

    public IReadOnlyList<PersonRows> Rows { get; } = [PersonRows.Simply(() => T("Matters between departments they see to"), (db, id) => db.Rows<TurfCase>().Where(c => c.OwnerId == id))];
}

/// <summary>What is not settled goes to the heir.</summary>
internal sealed class TurfTakeOver : ITakeOver
{
    public async Task TakeOverAsync(AppDb db, Guid leaverId, Guid heirId, CancellationToken ct)
    {
        foreach (var open in await db.Rows<TurfCase>().Where(c => c.OwnerId == leaverId && c.State != TurfState.Settled).ToListAsync(ct)) open.OwnerId = heirId;
        await db.SaveChangesAsync(ct);
    }
}
