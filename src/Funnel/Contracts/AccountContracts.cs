using Microsoft.AspNetCore.Components;
namespace Coxswain.Funnel.Contracts;

/// <summary>An account's contracts on its page: those that run first, and what they come to in a year, each currency for itself.</summary>
internal static class AccountContracts
{
    /// <summary>Null for an account without any, as most are: a won deal offers to make one.</summary>
    public static RenderFragment? Fragment(IReadOnlyList<AccountContract> contracts, Guid accountId, bool mayAdd)
    {
        if (contracts.Count == 0) return null;
        var view = new AccountContractsView([.. contracts.OrderByDescending(c => c.Runs).ThenBy(c => c.NoticeOn is null).ThenBy(c => c.NoticeOn).ThenByDescending(c => c.StartsOn)], accountId, mayAdd ? $"/contracts/new?accountId={accountId}" : null);
        return builder =>
        {
            builder.OpenComponent<AccountContractsPanel>(2);
            builder.AddComponentParameter(3, nameof(AccountContractsPanel.Model), view);
            builder.CloseComponent();
        };
    }
}

/// <summary>The contracts of an account.</summary>
/// <param name="Contracts">Those that run or begin later first; one more than are looked at where there are more.</param>
/// <param name="AccountId">Whose.</param>
/// <param name="AddHref">Where one adds another; null for who may not.</param>
public sealed record AccountContractsView(IReadOnlyList<AccountContract> Contracts, Guid AccountId, string? AddHref)
{
    public const int Shown = 6, Most = 100;

    private IEnumerable<AccountContract> Running => Contracts.Take(Most).Where(c => c.Runs);

    /// <summary>What those that run pay in a year, by currency.</summary>
    public IReadOnlyList<(string Currency, long Minor)> Sums => [.. Running.Where(c => c.Minor is not null).GroupBy(c => c.Currency).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(c => c.Minor!.Value)))];

    /// <summary>Of how many that run the amount is unknown.</summary>
    public int Unknown => Running.Count(c => c.Minor is null);
}

/// <summary>A contract as the page of its account lists it.</summary>
public sealed record AccountContract
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly? EndsOn { get; init; }
    public required int? RenewsMonths { get; init; }
    public required int? NoticeDays { get; init; }
    public required DateOnly? NoticeGivenOn { get; init; }

    /// <summary>What it pays in a year.</summary>
    public long? Minor { get; init; }
    public required string Currency { get; init; }
    public DateOnly Day { get; init; }

    public bool Runs => State is ContractState.Running or ContractState.NoticeDue or ContractState.NoticeGiven;

    public ContractState State => ContractDays.StateOn(Day, StartsOn, EndsOn, RenewsMonths is not null, NoticeDays, NoticeGivenOn);

    public DateOnly? NoticeOn => ContractDays.NoticeOn(EndsOn, NoticeDays, NoticeGivenOn);
}
