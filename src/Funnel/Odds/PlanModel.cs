using System.Text.Json;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Odds;

/// <summary>What plans of ended deals told of winning, as it was worked out on a day; written anew where another day tells something else, so that a past day can be told.</summary>
internal sealed class PlanModel : Entity, IDerivedRow
{
    public required DateOnly Day { get; init; }

    /// <summary>Deals with a plan that had ended, at most <see cref="PlanSample.Most"/>.</summary>
    public required int Ended { get; set; }

    /// <summary>Those of them whose plan was begun at half of their life.</summary>
    public required int Deals { get; set; }
    public required int Won { get; set; }

    /// <summary>The fit and its check, as JSON; null where there are too few deals.</summary>
    public string? Fitted { get; set; }

    /// <summary>The fit and its check.</summary>
    public sealed record Content(PlanFit Fit, PlanCheck Check);

    public Content? Read() => Fitted is null ? null : JsonSerializer.Deserialize<Content>(Fitted);
}

internal sealed class PlanModelTable : IEntityTypeConfiguration<PlanModel>
{
    public void Configure(EntityTypeBuilder<PlanModel> row)
    {
        row.ToTable("PlanModels");
        row.HasIndex(m => new { m.TenantId, m.Day }).IsUnique();
    }
}
