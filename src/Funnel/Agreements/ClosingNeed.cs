using System.Text.Json.Serialization;
using Coxswain.Funnel.Reviews;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Agreements;

/// <summary>A role needs people who can ask for an agreement in this way.</summary>
[Tracked(Kinds.ClosingNeed)]
internal sealed class ClosingNeed : Entity
{
    public required Role Role { get; init; }

    /// <summary>The key of the way.</summary>
    public required string Way { get; init; }
}

internal sealed class ClosingNeedTable : IEntityTypeConfiguration<ClosingNeed>
{
    public void Configure(EntityTypeBuilder<ClosingNeed> row)
    {
        row.ToTable("ClosingNeeds");
        row.HasIndex(n => new { n.TenantId, n.Role, n.Way }).IsUnique();
    }
}

/// <summary>The ways of asking a role needs.</summary>
/// <param name="Role">Which.</param>
/// <param name="Ways">Keys of ways, in no order.</param>
public sealed record RoleNeeds([property: JsonConverter(typeof(JsonStringEnumConverter<Role>))] Role Role, IReadOnlyList<string> Ways)
{
    internal string Name => Role switch { Role.Seller => T("Seller"), Role.Manager => T("Manager"), Role.Leader => T("Leader"), _ => Role.ToString() };

    /// <summary>Roles that change deals of their own.</summary>
    internal static IReadOnlyList<Role> Selling { get; } = [.. Enum.GetValues<Role>().Where(r => r.Allows(Permission.EditFunnel) && r is not Role.Admin)];

    internal static async Task<IReadOnlyList<RoleNeeds>> ReadAsync(AppDb db, CancellationToken ct)
    {
        var needs = (await db.ClosingNeeds.AsNoTracking().Select(n => new { n.Role, n.Way }).ToListAsync(ct)).ToLookup(n => n.Role, n => n.Way);
        return [.. Selling.Select(r => new RoleNeeds(r, [.. needs[r].Order(StringComparer.Ordinal)]))];
    }
}

/// <summary>Says which ways of asking a role needs: all of them, each time.</summary>
internal static class SayClosingNeeds
{
    public sealed record Input
    {
        /// <summary><c>Seller</c>, <c>Manager</c> or <c>Leader</c>.</summary>
        public Role? Role { get; init; }

        /// <summary>Keys of ways; none where it needs none in particular.</summary>
        public IReadOnlyList<string>? Ways { get; init; }
    }

    public static async Task<Outcome<RoleNeeds>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (input.Role is not { } role || !RoleNeeds.Selling.Contains(role)) return Outcome.Refused(T("Choose a role that changes deals of its own."));
        var ways = (input.Ways ?? []).Where(w => w.Length > 0).Distinct().ToList();
        var there = await db.ClosingNeeds.Where(n => n.Role == role).ToListAsync(ct);
        var known = (await ReviewCodes.ReadAsync(db, ct)).Where(c => c.Kind is ReviewCodeKind.Closing).ToList();
        // One that was retired since stays until somebody takes it off.
        if (ways.Any(w => !known.Any(c => c.Key == w && (!c.IsRetired || there.Any(n => n.Way == w))))) return Outcome.Refused(T("There is no such way here."));
        db.RemoveRange(there.Where(n => !ways.Contains(n.Way)));
        foreach (var way in ways.Where(w => there.All(n => n.Way != w))) db.Add(new ClosingNeed { Role = role, Way = way });
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new RoleNeeds(role, ways)).Saying(T("It is saved."));
    }
}
