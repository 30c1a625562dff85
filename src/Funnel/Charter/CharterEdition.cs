using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Charter;

/// <summary>Where people have to work together and are pulled apart.</summary>
public enum CharterSituation { StrategicAccount, InsideTeam, LargeDeal, AccountTeams, Promotion }

/// <summary>What leaders expect of working together in one situation; a change is an edition of its own, to be agreed to again.</summary>
[Tracked(Kinds.CharterEdition)]
internal sealed class CharterEdition : Entity
{
    public required CharterSituation Situation { get; init; }

    /// <summary>Counted from 1 in each situation; the highest is in force.</summary>
    public required int Number { get; init; }

    /// <summary>The leader who wrote it and answers for it.</summary>
    [PointsAt(Kind = "person")]
    public required Guid LeaderId { get; init; }
    public required string Objective { get; init; }

    /// <summary>One a line.</summary>
    public required string Principles { get; init; }

    /// <summary>What people are expected to do, one a line.</summary>
    public required string Behaviours { get; init; }

    /// <summary>From 1, each for themselves, to 5, all for one.</summary>
    public required int Balance { get; init; }
    public required DateOnly SaidOn { get; init; }
}

/// <summary>Somebody agreed to an edition.</summary>
[Tracked(Kinds.CharterAgreement)]
internal sealed class CharterAgreement : Entity
{
    public required Guid EditionId { get; init; }

    [PointsAt(Kind = "person")]
    public required Guid PersonId { get; init; }
    public required DateOnly AcknowledgedOn { get; init; }
}

internal sealed class CharterEditionTable : IEntityTypeConfiguration<CharterEdition>
{
    public void Configure(EntityTypeBuilder<CharterEdition> row)
    {
        row.ToTable("CharterEditions");
        row.HasIndex(e => new { e.TenantId, e.Situation, e.Number }).IsUnique();
    }
}

internal sealed class CharterAgreementTable : IEntityTypeConfiguration<CharterAgreement>
{
    public void Configure(EntityTypeBuilder<CharterAgreement> row)
    {
        row.ToTable("CharterAgreements");
        row.HasIndex(a => new { a.TenantId, a.EditionId, a.PersonId }).IsUnique();
        row.HasIndex(a => new { a.TenantId, a.PersonId });
        row.HasOne<CharterEdition>().WithMany().HasForeignKey(a => new { a.TenantId, a.EditionId });
    }
}
