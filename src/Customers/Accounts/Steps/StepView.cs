using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Accounts.Steps;

/// <summary>A step of an account's class and how it stands there, as its page and the API show it.</summary>
/// <param name="Id">The step.</param>
/// <param name="Name">What is done.</param>
/// <param name="Function">Who sees to it.</param>
/// <param name="RepeatMonths">After so many months it is due again; null is once.</param>
/// <param name="DoneOn">When it was done last; null is not yet.</param>
/// <param name="DoneBy">Who said so.</param>
public sealed record StepView(Guid Id, string Name, string? Function, int? RepeatMonths, DateOnly? DoneOn, string? DoneBy)
{
    /// <summary>From this day on it is to be done again.</summary>
    public DateOnly? AgainOn => DoneOn is { } on && RepeatMonths is { } months ? on.AddMonths(months) : null;

    /// <summary>Done, and not due again.</summary>
    public bool IsDone(DateOnly today) => DoneOn is not null && !(AgainOn <= today);
}

/// <summary>A step as its settings show it.</summary>
public sealed record StepSetting
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required AccountClass Class { get; init; }
    public required string Name { get; init; }
    public string? Function { get; init; }
    public int? RepeatMonths { get; init; }
    public bool IsRetired { get; init; }

    internal static Task<List<StepSetting>> AllAsync(AppDb db, CancellationToken ct) => db.Rows<AccountStep>().AsNoTracking().OrderBy(s => s.Class).ThenBy(s => s.Position)
        .Select(s => new StepSetting { Id = s.Id, Version = s.Version, Class = s.Class, Name = s.Name, Function = s.Function, RepeatMonths = s.RepeatMonths, IsRetired = s.RetiredAt != null }).ToListAsync(ct);
}

/// <summary>How each class of accounts is worked.</summary>
public sealed record StepsView(IReadOnlyList<StepSetting> Steps, Guid? Editing);
