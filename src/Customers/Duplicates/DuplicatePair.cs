using Coxswain.Platform.Data;
namespace Coxswain.Customers.Duplicates;

/// <summary>Two records of a kind that look like one; the smaller key first. Kept until they no longer do, or for good where somebody said that they are two.</summary>
internal sealed class DuplicatePair : Entity, IDerivedRow
{
    public required string Kind { get; init; }

    [PointsAt(By = nameof(Kind), StaysBecause = "it is about these two")]
    public required Guid FirstId { get; init; }

    [PointsAt(By = nameof(Kind), StaysBecause = "it is about these two")]
    public required Guid SecondId { get; init; }
    public required int Score { get; set; }

    /// <summary>What speaks for it and against, each with its points.</summary>
    public required string Signs { get; set; }
    public required DateTime FoundAt { get; init; }

    /// <summary>When somebody said that they are two; null while nobody did.</summary>
    public DateTime? ApartAt { get; set; }
    public Guid? ApartById { get; set; }

    /// <summary>The pair's keys in their order.</summary>
    public static (Guid First, Guid Second) InOrder(Guid a, Guid b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);
}
