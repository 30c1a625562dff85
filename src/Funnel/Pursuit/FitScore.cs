using System.Text.Json.Serialization;
namespace Coxswain.Funnel.Pursuit;

/// <summary>What a score comes to.</summary>
public enum FitVerdict { Fits, FitsNot, Open }

/// <summary>How far a customer, or a deal, is as the profile asks. Only a yes scores; what nobody knows stands beside it and is no No.</summary>
/// <param name="Score">The weights of what is so, of 100.</param>
/// <param name="Unknown">The weights of what nobody knows; of a customer also of what is asked of each deal.</param>
/// <param name="FitsFrom">From so many of 100 an account fits.</param>
public sealed record FitScore(int Score, int Unknown, int FitsFrom)
{
    /// <summary>What it can come to at most, when all that is unknown turns out to be so.</summary>
    public int AtMost => Score + Unknown;

    /// <summary>Settled only when no answer that is missing could change it.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<FitVerdict>))]
    public FitVerdict Verdict => Score >= FitsFrom ? FitVerdict.Fits : AtMost < FitsFrom ? FitVerdict.FitsNot : FitVerdict.Open;

    /// <param name="questions">What is asked.</param>
    /// <param name="fitsFrom">From so many of 100 it fits.</param>
    /// <param name="ofDeals">What weighs beside that and is asked of each deal, so that nobody can know it of a customer.</param>
    internal static FitScore Of(IEnumerable<FitQuestion> questions, int fitsFrom, int ofDeals = 0)
    {
        var all = questions.ToList();
        return new(Of(FitSaid.Yes), ofDeals + Of(FitSaid.Unknown), fitsFrom);

        int Of(FitSaid said) => all.Where(q => q.Said == said).Sum(q => q.Weight);
    }
}

/// <summary>A question of the profile with what was last said of an account.</summary>
public sealed record FitQuestion
{
    /// <summary>The criterion of the edition in force.</summary>
    public required Guid Id { get; init; }
    public required string Text { get; init; }

    /// <summary>Of 100.</summary>
    public required int Weight { get; init; }

    /// <summary>Asked of each deal, and not of the customer.</summary>
    public bool IsOfDeal { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<FitSaid>))]
    public required FitSaid Said { get; init; }

    /// <summary>What shows it.</summary>
    public string? Evidence { get; init; }

    /// <summary>The day the answer is of; null while nobody gave one.</summary>
    public DateOnly? On { get; init; }
    public string? By { get; init; }

    /// <summary>The edition it was asked under; null while nobody answered.</summary>
    public int? Edition { get; init; }
}
