using System.Text.Json.Serialization;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Strategy;

/// <summary>How a team goes into a deal: how far forward, with what against whom, and how it is with the team. One of each deal; what it was before stands in what happened.</summary>
[Tracked(Kinds.DealFormation)]
internal sealed class DealFormation : Entity, IOnTimeline
{
    public required Guid OpportunityId { get; init; }

    /// <summary>From 1, guarding what we have, to 5, all forward; null is not said.</summary>
    public int? Forward { get; set; }
    public string? OurStrength { get; set; }
    public string? OurWeakness { get; set; }

    /// <summary>Against whom, or against what.</summary>
    public string? Opponent { get; set; }
    public string? TheirStrength { get; set; }
    public string? TheirWeakness { get; set; }

    /// <summary>What we do about what they do.</summary>
    public string? Counter { get; set; }

    /// <summary>Of the team in this deal, from 1, poor, to 5, strong; null is not said.</summary>
    public int? Condition { get; set; }
    public int? Climate { get; set; }
    public int? WellBeing { get; set; }
    public int? TeamSpirit { get; set; }
    public int? Collaboration { get; set; }
    public required DateOnly SaidOn { get; set; }

    public Guid? TimelineId => OpportunityId;
}

internal sealed class DealFormationTable : IEntityTypeConfiguration<DealFormation>
{
    public void Configure(EntityTypeBuilder<DealFormation> row)
    {
        row.ToTable("DealFormations");
        row.HasIndex(f => new { f.TenantId, f.OpportunityId }).IsUnique();
        row.HasOne<Opportunity>().WithMany().HasForeignKey(f => new { f.TenantId, f.OpportunityId });
    }
}

/// <summary>How a team goes into a deal.</summary>
public sealed record FormationView
{
    /// <summary>Its state, for a change of it.</summary>
    public required int Version { get; init; }

    /// <summary>From 1, guarding what we have, to 5, all forward; null is not said.</summary>
    public required int? Forward { get; init; }
    public required string? OurStrength { get; init; }
    public required string? OurWeakness { get; init; }
    public required string? Opponent { get; init; }
    public required string? TheirStrength { get; init; }
    public required string? TheirWeakness { get; init; }
    public required string? Counter { get; init; }

    /// <summary>Of the team, from 1, poor, to 5, strong; null is not said.</summary>
    public required int? Condition { get; init; }
    public required int? Climate { get; init; }
    public required int? WellBeing { get; init; }
    public required int? TeamSpirit { get; init; }
    public required int? Collaboration { get; init; }
    public required DateOnly SaidOn { get; init; }

    [JsonIgnore]
    internal IEnumerable<(string Field, int? Value)> Soft => [(nameof(Condition), Condition), (nameof(Climate), Climate), (nameof(WellBeing), WellBeing), (nameof(TeamSpirit), TeamSpirit), (nameof(Collaboration), Collaboration)];
}
