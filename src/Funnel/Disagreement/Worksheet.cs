using System.Text.Json.Serialization;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Funnel.Disagreement;

/// <summary>
/// What somebody works out for themselves about a long-running disagreement. Its words are closed with a key that is not in the database; no
/// history is kept of it, nothing finds it, and no list, export, message or program of anybody else gives it out. Who reads it is asked in
/// <see cref="Sheets"/> alone.
/// </summary>
internal sealed class Worksheet : Entity, IRemovable
{
    [PointsAt(Kind = "person")]
    public required Guid AuthorId { get; init; }

    /// <summary>The one person its author let read it; null is nobody.</summary>
    [PointsAt(Kind = "person")]
    public Guid? MediatorId { get; set; }
    public string Closed { get; set; } = "";
    public DateTime? RemovedAt { get; set; }
}

/// <summary>How somebody met a gesture.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Response>))]
public enum Response { Toward, Away, Against }

/// <summary>What a worksheet says.</summary>
internal sealed record SheetWords
{
    public required string Issue { get; init; }

    /// <summary>With whom: one of us, a department, or a name.</summary>
    public Guid? PersonId { get; init; }
    public Guid? TeamId { get; init; }
    public string? Name { get; init; }

    /// <summary>Null is unknown, and likewise the next four.</summary>
    public DateOnly? Since { get; init; }
    public int? TimesAWeek { get; init; }
    public string? MyNeed { get; init; }
    public string? TheirNeed { get; init; }

    /// <summary>The way things are arranged causes it.</summary>
    public bool? IsStructural { get; init; }

    /// <summary>Somebody cannot do what their work asks for.</summary>
    public bool? IsAbility { get; init; }

    /// <summary>Somebody means harm.</summary>
    public bool? IsBadFaith { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public DateOnly? EndedOn { get; init; }

    /// <summary>What became of it.</summary>
    public string? Ending { get; init; }
    public IReadOnlyList<OwnRung> Rungs { get; init; } = [];
    public IReadOnlyList<Gesture> Gestures { get; init; } = [];

    [JsonIgnore]
    public bool IsExcluded => IsStructural is true || IsAbility is true || IsBadFaith is true;
}

/// <summary>A gesture of one's own, beside those that are given.</summary>
internal sealed record OwnRung(Guid Id, string Text, int Size);

/// <summary>A small step toward somebody, and how they met it.</summary>
internal sealed record Gesture
{
    public required Guid Id { get; init; }

    /// <summary>The key of the rung it stands on.</summary>
    public required string Rung { get; init; }

    /// <summary>What it was, as its rung said it then; null for one that is given.</summary>
    public string? Said { get; init; }

    /// <summary>From 1, the smallest, to 5.</summary>
    public required int Size { get; init; }

    /// <summary>What exactly was said or done.</summary>
    public string? Text { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Null while nothing came back.</summary>
    public Response? Response { get; init; }
    public DateOnly? RespondedOn { get; init; }

    /// <summary>What they said or did.</summary>
    public string? Note { get; init; }
}

internal sealed class WorksheetTable : IEntityTypeConfiguration<Worksheet>
{
    public void Configure(EntityTypeBuilder<Worksheet> row)
    {
        row.ToTable("Worksheets");
        row.HasIndex(w => new { w.TenantId, w.AuthorId });
        row.HasIndex(w => new { w.TenantId, w.MediatorId }).HasFilter("mediator_id IS NOT NULL");
    }
}
