using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Service;

/// <summary>
/// What the organisation agreed with its support, from a day on: what a point is worth, who is credited with what of a deal that began as a
/// tip, the two skills customers are asked about, and how far satisfaction may drop. A change is a new row; what was before stays.
/// </summary>
[Tracked("service-terms")]
internal sealed class ServiceTerms : Entity
{
    public required DateOnly From { get; init; }

    /// <summary>What a point pays, in minor units of the organisation's currency; null pays nothing.</summary>
    public long? PointWorth { get; set; }

    /// <summary>How much of a won deal is credited to who heard of it, in hundredths. Both may be credited with all of it: then nobody loses by handing on.</summary>
    public int ToHearer { get; set; } = 100;

    /// <summary>And to who sold it.</summary>
    public int ToSeller { get; set; } = 100;
    public string? SkillOne { get; set; }
    public string? SkillTwo { get; set; }

    /// <summary>Points of a hundred by which satisfaction may be lower before it counts as a fall.</summary>
    public int MostDrop { get; set; } = 5;
    public Guid SaidById { get; set; }

    /// <summary>Those in force on a day; where nobody set any, what stands above.</summary>
    public static async Task<ServiceTerms> OnAsync(AppDb db, DateOnly day, CancellationToken ct) => In(await AllAsync(db, ct), day);

    /// <summary>All, the oldest first.</summary>
    public static Task<List<ServiceTerms>> AllAsync(AppDb db, CancellationToken ct) => db.Rows<ServiceTerms>().AsNoTracking().OrderBy(t => t.From).ToListAsync(ct);

    public static ServiceTerms In(IReadOnlyList<ServiceTerms> all, DateOnly day) => all.LastOrDefault(t => t.From <= day) ?? new ServiceTerms { From = DateOnly.MinValue };
}
