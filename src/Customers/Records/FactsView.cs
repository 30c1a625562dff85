using Coxswain.Platform.Mirroring;
namespace Coxswain.Customers.Records;

/// <summary>What is known of a record, each fact open for change where it stands.</summary>
public sealed record FactsView
{
    /// <summary>The address of the record: it is posted there, read again at <c>/facts</c>.</summary>
    public required string Url { get; init; }
    public required int Version { get; init; }
    public required string Heading { get; init; }
    public required IReadOnlyList<Fact> Facts { get; init; }
    public required bool MayEdit { get; init; }
    public required RecordHead Head { get; init; }

    /// <summary>What else can be done with it, behind "More".</summary>
    public IReadOnlyList<RecordLink> Links { get; init; } = [];

    /// <summary>Who it is shown to beside those whose role sees it.</summary>
    public string? SharesHref { get; init; }

    /// <summary>The field being changed; <c>all</c> opens every one.</summary>
    public string? Editing { get; init; }

    /// <summary>Who last changed it, for telling of a clash.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>The same, with what another system keeps locked.</summary>
    public FactsView Under(RecordLocks? locks) => locks is null ? this : this with { Facts = [.. Facts.Select(f => locks.Has(f.Field) ? f with { Lock = locks.Said } : f)] };

    /// <summary>Just saved: the head is drawn again beside the facts.</summary>
    public bool IsSaved { get; init; }
}

/// <summary>Something else that can be done with a record, on a page of its own.</summary>
/// <param name="Href">The page.</param>
/// <param name="Label">What it does.</param>
/// <param name="Icon">A name of Ui/Icons.</param>
public sealed record RecordLink(string Href, string Label, string Icon);

/// <summary>The head of a record's page.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Note">A quiet line under it.</param>
/// <param name="OwnerName">Whose it is.</param>
public sealed record RecordHead(string Title, string? Note, string OwnerName)
{
    /// <summary>The record it belongs to.</summary>
    public string? ParentName { get; init; }
    public string? ParentHref { get; init; }
    public IReadOnlyList<string> Chips { get; init; } = [];
}
