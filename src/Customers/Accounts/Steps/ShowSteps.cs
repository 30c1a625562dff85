using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
namespace Coxswain.Customers.Accounts.Steps;

/// <summary>Shows the steps that strategic and global accounts are worked by.</summary>
internal static class ShowSteps
{
    public sealed record Input
    {
        /// <summary>A step to open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public static async Task<Outcome<StepsView>> Do(Input input, AppDb db, CancellationToken ct) => new StepsView(await StepSetting.AllAsync(db, ct), input.Edit);

    /// <summary>The steps as data.</summary>
    public static async Task<Outcome<IReadOnlyList<StepSetting>>> Read(AppDb db, CancellationToken ct) => Outcome.Done<IReadOnlyList<StepSetting>>(await StepSetting.AllAsync(db, ct));

    public sealed record OfOne { public Guid Id { get; init; } }

    /// <summary>The same with the step of a posted form open.</summary>
    public static Task<Outcome<StepsView>> Again(OfOne input, AppDb db, CancellationToken ct) => Do(new() { Edit = input.Id }, db, ct);
}
