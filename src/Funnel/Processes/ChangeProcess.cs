using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Processes;

/// <summary>Adds a process, or changes what it is called and which new deals follow it.</summary>
internal static class ChangeProcess
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public int Version { get; init; }

        [Required, StringLength(80)]
        public string? Name { get; init; }

        /// <summary>New deals from this amount on follow it, in whole units of the organisation's currency.</summary>
        public decimal? FromAmount { get; init; }

        /// <summary>New deals with accounts of this industry follow it.</summary>
        [StringLength(100)]
        public string? Industry { get; init; }
    }

    /// <summary>A process that was changed.</summary>
    public sealed record Changed(Guid Id, string Name);

    /// <summary>The first one becomes the standard, by which all deals go; a further one begins with what the standard asks.</summary>
    public static async Task<Outcome<Changed>> Add(Input input, AppDb db, CancellationToken ct)
    {
        var ways = await Ways.FreshAsync(db, ct);
        var currency = (await db.TenantAsync(ct)).Currency;
        var problems = await WrongAsync(input, currency, db, ct);
        if (ways.Standard is null) problems.AddIf(input.FromAmount is not null || input.Industry is not null, "Name", T("The first process is for all deals: add it without a condition, then one for some of them."));
        if (problems.Any) return Outcome.Invalid(problems);
        var process = new SalesProcess { Name = input.Name!, Position = ways.Processes.Select(p => p.Position).DefaultIfEmpty(0).Max() + 1, IsStandard = ways.Standard is null, FromAmount = Least(input, currency), Industry = Blank(input.Industry) };
        db.Add(process);
        foreach (var step in FirstSteps(ways, process.Id)) db.Add(step);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Changed(process.Id, process.Name)).Saying(T("{0} is added. Say what it asks for, then put it into force.", process.Name));
    }

    public static async Task<Outcome<Changed>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Processes.SingleOrDefaultAsync(p => p.Id == input.Id, ct) is not { } process) return Outcome.Missing;
        var currency = (await db.TenantAsync(ct)).Currency;
        var problems = (await WrongAsync(input, currency, db, ct)).AddIf(process.IsStandard && (input.FromAmount is not null || input.Industry is not null), "Name", T("The standard process takes every deal that follows no other."));
        if (problems.Any) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(process, input.Version == 0 ? process.Version : input.Version, ct);
        process.Name = merge.Take("Name", process.Name, input.Name!);
        process.FromAmount = merge.Take("FromAmount", process.FromAmount, Least(input, currency));
        process.Industry = merge.Take("Industry", process.Industry, Blank(input.Industry));
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Changed(process.Id, process.Name)).Saying(T("{0} is saved.", process.Name));
    }

    /// <summary>What the organisation asks for now, as the first edition of a new process.</summary>
    private static IEnumerable<ProcessStep> FirstSteps(Ways ways, Guid process)
    {
        var now = ways.Standard is { } standard ? ways.Of(standard, ways.LatestOf(standard)) : ways.ByStages;
        return now.Stages.SelectMany(s => s.IsPassedOver ? [Step(s.Stage.Id, 1, null, false)] : s.Gates.Select((g, i) => Step(s.Stage.Id, i + 1, g.Act, g.IsBinding, g)));

        ProcessStep Step(Guid stage, int position, string? act, bool binding, Gate? gate = null) => new() { ProcessId = process, StageId = stage, Position = position, Act = act, IsBinding = binding, From = 1, FollowsId = gate?.StepId, IsOfStage = gate?.IsOfStage is true };
    }

    private static long? Least(Input input, string currency) => input.FromAmount is { } amount ? Minor.FromMajor(amount, currency) : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static async Task<Problems> WrongAsync(Input input, string currency, AppDb db, CancellationToken ct)
    {
        var problems = new Problems();
        FieldRules.Amount(problems, input.FromAmount, currency);
        var folded = Folding.Fold(input.Name);
        return problems.AddIf(await db.Processes.AnyAsync(p => p.Id != input.Id && p.FoldedName == folded && p.RetiredAt == null, ct), "Name", T("There is a process of this name already."));
    }
}

/// <summary>Retires a process that no running deal follows, or takes it into use again. What closed deals went by stays.</summary>
internal static class RetireProcess
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public bool Back { get; init; }
    }

    public static async Task<Outcome<ChangeProcess.Changed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Processes.SingleOrDefaultAsync(p => p.Id == input.Id, ct) is not { } process) return Outcome.Missing;
        if (process.IsStandard) return Outcome.Refused(T("{0} is the standard process: every deal that follows no other goes by it.", process.Name));
        var running = input.Back ? 0 : await db.Rows<Opportunity>().CountAsync(o => o.ProcessId == process.Id && o.End == StageEnd.Open, ct);
        if (running > 0) return Outcome.Refused(N(running, "One running deal follows {1}. Put it on another process first.", "{0} running deals follow {1}. Put them on another process first.", process.Name));
        process.RetiredAt = input.Back ? null : clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        var done = Outcome.Done(new ChangeProcess.Changed(process.Id, process.Name));
        return input.Back ? done.Saying(T("{0} is in use again.", process.Name)) : done.Saying(T("{0} is retired.", process.Name), $"/settings/processes/{process.Id}/retirements?back=true");
    }
}
