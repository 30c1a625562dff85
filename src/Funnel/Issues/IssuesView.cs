using System.Text.Json.Serialization;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Money;
using Coxswain.Platform.Ui;
namespace Coxswain.Funnel.Issues;

/// <summary>What a customer wants solved by a deal, and the proposals that went to them.</summary>
public sealed record IssuesView
{
    public required Guid DealId { get; init; }

    /// <summary>Those they confirmed first.</summary>
    public required IReadOnlyList<IssueView> Issues { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<ProposalView> Proposals { get; init; }

    [JsonIgnore]
    public OpportunityView Deal { get; init; } = null!;

    [JsonIgnore]
    public bool MayEdit { get; init; }

    [JsonIgnore]
    public DateOnly Today { get; init; }

    /// <summary>Who can confirm.</summary>
    [JsonIgnore]
    public IReadOnlyList<Choice> Contacts { get; init; } = [];

    /// <summary>Files of the deal.</summary>
    [JsonIgnore]
    public IReadOnlyList<Choice> Files { get; init; } = [];

    /// <summary>An issue that is open for change.</summary>
    [JsonIgnore]
    public Guid? Editing { get; init; }

    /// <summary>Fields of a proposal that the viewer's role leaves alone.</summary>
    [JsonIgnore]
    public IReadOnlySet<string> Locked { get; init; } = new HashSet<string>();

    internal bool IsConfirmed => Issues.Any(i => i.ConfirmedOn is not null);

    internal string Url => $"/opportunities/{DealId}/issues";
}

/// <summary>Something they want solved.</summary>
public sealed record IssueView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required Guid DealId { get; init; }
    public required string Text { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<TalkLevel>))]
    public TalkLevel? Level { get; init; }
    public required DateOnly UnderstoodOn { get; init; }

    /// <summary>Who of them confirmed it; null while nobody did, and after they were erased.</summary>
    public Guid? ConfirmedById { get; init; }
    public string? ConfirmedBy { get; init; }

    /// <summary>When; null while nobody did.</summary>
    public DateOnly? ConfirmedOn { get; init; }
}

/// <summary>A proposal that went to them.</summary>
public sealed record ProposalView
{
    public required Guid Id { get; init; }
    public required DateOnly SentOn { get; init; }

    /// <summary>In whole units; null is unknown.</summary>
    public decimal? Amount => Minor is { } minor ? (decimal)Platform.Money.Minor.ToMajor(minor, Currency) : null;
    public required string Currency { get; init; }
    public Guid? FileId { get; init; }
    public string? File { get; init; }

    /// <summary>They had confirmed an issue by then.</summary>
    public required bool AfterIssue { get; init; }

    /// <summary>Why it went all the same.</summary>
    public string? Because { get; init; }

    /// <summary>The other system that states it.</summary>
    public string? StatedBy { get; init; }

    [JsonIgnore]
    public long? Minor { get; init; }
}
