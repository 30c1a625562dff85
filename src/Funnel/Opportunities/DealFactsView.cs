using Coxswain.Platform.Access;
using Coxswain.Platform.Ui;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Mirroring;
namespace Coxswain.Funnel.Opportunities;

/// <summary>What is known of a deal, for its head, its facts and its warnings.</summary>
public sealed record DealFactsView
{
    public required OpportunityView Deal { get; init; }

    /// <summary>The day the page stands on.</summary>
    public required DateOnly Today { get; init; }
    public required bool MayEdit { get; init; }

    /// <summary>Its plan; null where only its facts are read.</summary>
    public Plans.DealPlan? Plan { get; init; }

    /// <summary>The field that is open for change.</summary>
    public string? Editing { get; init; }

    /// <summary>The stage after the present one; null at the last, and at an end.</summary>
    public NamedRow? Next { get; init; }

    /// <summary>How surely it is counted on now, by a person or by its stage.</summary>
    public required ForecastCategory Category { get; init; }
    public IReadOnlyList<Choice> Owners { get; init; } = [];

    /// <summary>Who saved it since the form was drawn.</summary>
    public string? ChangedBy { get; init; }
    public bool MayAddAccount { get; init; }

    /// <summary>The organisation's own fields and what those lead to.</summary>
    public IReadOnlyList<CustomField> Fields { get; init; } = [];
    public IReadOnlyDictionary<Guid, string> Links { get; init; } = new Dictionary<Guid, string>();

    /// <summary>What another system keeps of it.</summary>
    public RecordLocks? Locks { get; init; }

    /// <summary>What the viewer's role does not see of it, and what it does not change.</summary>
    public IReadOnlySet<string> Hidden { get; init; } = new HashSet<string>();
    public IReadOnlySet<string> Locked { get; init; } = new HashSet<string>();

    /// <summary>Why a field cannot be changed here; null where it can.</summary>
    public string? LockOf(string field) => Locks?.Has(field) is true ? Locks.Said : Locked.Contains(field) ? FieldLocks.Said : null;

    public bool IsOpen => Deal.End is StageEnd.Open;
}
