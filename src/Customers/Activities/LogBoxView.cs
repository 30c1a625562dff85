using Coxswain.Customers.Activities;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Ui;
namespace Coxswain.Customers;

/// <summary>
/// Where a record's page stands with logging: one line to log; then, after a call or meeting, what came of it; then the next step.
/// The place is kept in the address, so that the box needs no statement of its own. Any page may draw <see cref="LogBox"/> from it.
/// </summary>
public sealed record LogBoxView
{
    /// <summary>The page it stands on, to come back to.</summary>
    public required string Back { get; init; }
    public Guid? AccountId { get; init; }
    public Guid? ContactId { get; init; }

    /// <summary>For instance <c>opportunity</c>, with its key.</summary>
    public string? AboutKind { get; init; }
    public Guid? AboutId { get; init; }

    /// <summary>With whom, where the page knows some.</summary>
    public IReadOnlyList<Choice> Contacts { get; init; } = [];

    /// <summary>The call or meeting just logged, which is asked about.</summary>
    public Guid? LoggedId { get; init; }
    public InteractionKind? LoggedKind { get; init; }

    /// <summary>No page says whom it was with, so the form asks.</summary>
    public bool AsksAccount => AccountId is null && ContactId is null && AboutId is null;

    /// <summary>Asks for the next step.</summary>
    public bool AsksNext { get; init; }

    /// <param name="back">The page's own address.</param>
    /// <param name="query">The query the page was asked with.</param>
    public static LogBoxView For(string back, QueryValues query) => new()
    {
        Back = back,
        LoggedId = Guid.TryParse(query["logged"], out var id) ? id : null,
        LoggedKind = Enum.TryParse<InteractionKind>(query["loggedKind"], out var kind) ? kind : null,
        AsksNext = query["next"] is not null,
    };
}
