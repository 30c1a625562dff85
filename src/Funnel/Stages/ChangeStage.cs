using System.Text.Json.Serialization;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Stages;

/// <summary>Changes a stage, or adds one where no id is given: name, the customer's act, forecast category.</summary>
internal static class ChangeStage
{
    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();
        public Guid Id { get; init; }
        public int Version { get; init; }
        public string? Name { get; init; }
        public string? CustomerAct { get; init; }
        public ForecastCategory? Category { get; init; }

        /// <summary>What is to be uncovered in it, a line each.</summary>
        public string? Guide { get; init; }

        /// <summary>No deal leaves it until something shows the customer's act.</summary>
        public bool? IsBinding { get; init; }

        /// <summary>Running deals are asked for it too; otherwise they stay on what they were asked until now.</summary>
        public bool TakesRunning { get; init; }

        /// <summary>A form was posted, whose ticks say no where they are not sent.</summary>
        [JsonIgnore]
        public bool Ticks { get; init; }

        internal bool? Binds => IsBinding ?? (Ticks ? false : null);
    }

    public static async Task<Outcome<StageChanged>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Stages.SingleOrDefaultAsync(s => s.Id == input.Id, ct) is not { } stage) return Outcome.Missing;
        if (await WrongAsync(input, stage.Id, input.Sent.Contains("Name"), db, ct) is { Any: true } problems) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(stage, input.Version == 0 ? stage.Version : input.Version, ct);
        if (input.Sent.Contains("Name")) stage.Name = merge.Take("Name", stage.Name, input.Name!);
        if (input.Sent.Contains("CustomerAct")) stage.CustomerAct = merge.Take("CustomerAct", stage.CustomerAct, input.CustomerAct);
        if (input.Sent.Contains("Guide") && stage.End is StageEnd.Open) stage.Guide = merge.Take("Guide", stage.Guide, Lined(input.Guide));
        if (input.Category is { } category && stage.End is StageEnd.Open) stage.Category = merge.Take("Category", stage.Category, category);
        if (input.Binds is { } binds && stage.End is StageEnd.Open) stage.IsBinding = merge.Take("IsBinding", stage.IsBinding, binds);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        var asks = stage.End is StageEnd.Open && (db.Entry(stage).Property(s => s.CustomerAct).IsModified || db.Entry(stage).Property(s => s.IsBinding).IsModified && stage.CustomerAct is not null);
        var (kept, no) = asks ? await KeptAsync(await Ways.FreshAsync(db, ct), stage, input.TakesRunning, db, clock, ct) : default;
        if (no is not null) return no;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new StageChanged(stage.Id, stage.Name)).Saying(kept is null ? T("{0} is saved.", stage.Name) : T("{0} is saved for new deals; running ones stay on what they were asked.", stage.Name));
    }

    /// <summary>Adds an open stage after the last open one. Where a process is in force, deals go through the stage by its next edition.</summary>
    public static async Task<Outcome<StageChanged>> Add(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await WrongAsync(input, Guid.Empty, required: true, db, ct) is { Any: true } problems) return Outcome.Invalid(problems);
        var stages = await db.Stages.OrderBy(s => s.Position).ToListAsync(ct);
        var last = stages.Where(s => s.End is StageEnd.Open).Select(s => s.Position).DefaultIfEmpty(0).Max();
        foreach (var later in stages.Where(s => s.Position > last)) later.Position++;
        var stage = new Stage { Name = input.Name!, CustomerAct = input.CustomerAct, Guide = Lined(input.Guide), Category = input.Category ?? ForecastCategory.Pipeline, IsBinding = input.Binds ?? false, End = StageEnd.Open, Position = last + 1 };
        db.Add(stage);
        var ways = await Ways.FreshAsync(db, ct);
        if (ways.Standard is { } standard && ways.Processes.Any(p => ways.LatestOf(p) > 0))
        {
            NextEditions.Take(db, ways, stage);
            await db.SaveChangesAsync(ct);
            return Outcome.Done(new StageChanged(stage.Id, stage.Name)).Saying(T("{0} is added. Deals go through it by the next edition of {1}: put it into force.", stage.Name, standard.Name));
        }

        var (kept, no) = stage.CustomerAct is not null ? await KeptAsync(ways, stage, input.TakesRunning, db, clock, ct) : default;
        if (no is not null) return no;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new StageChanged(stage.Id, stage.Name)).Saying(kept is null ? T("{0} is added.", stage.Name) : T("{0} is added for new deals; running ones stay on what they were asked.", stage.Name));
    }

    // Once there is a process, it says what the customer does, in its editions.
    private static async Task<(SalesProcess? Kept, Refusal? No)> KeptAsync(Ways ways, Stage stage, bool takesRunning, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (ways.Standard is { } standard && ways.LatestOf(standard) > 0) return (null, Outcome.Invalid("", T("What the customer does in a stage is said in {0}: change it there, where running deals can stay on what they were asked.", standard.Name)));
        if (takesRunning || !await db.Rows<Opportunity>().AnyAsync(o => o.End == StageEnd.Open, ct)) return default;
        if (ways.Standard is { } draft) return (null, Outcome.Invalid("", T("{0} is not in force yet: put it into force, so that running deals can stay on what they were asked, or ask it of them too.", draft.Name)));
        return (StandardKept.Keep(db, ways, stage, clock.GetUtcNow().UtcDateTime), null);
    }

    private static string? Lined(string? guide) => StageGuides.Lines(guide) is { Count: > 0 } lines ? string.Join('\n', lines) : null;

    private static async Task<Problems> WrongAsync(Input input, Guid id, bool required, AppDb db, CancellationToken ct)
    {
        var problems = new Problems();
        FieldRules.Text(problems, "Name", input.Name, 60, required);
        FieldRules.Text(problems, "CustomerAct", input.CustomerAct, 120);
        FieldRules.Text(problems, "Guide", input.Guide, StageGuides.Longest);
        problems.AddIf((input.Guide ?? "").Split('\n').Count(l => !string.IsNullOrWhiteSpace(l)) > StageGuides.MostLines, "Guide", T("{0} lines at most: more nobody reads in a deal.", StageGuides.MostLines));
        problems.AddIf(input.Category is ForecastCategory.Commit or ForecastCategory.Closed, "Category", T("Commit is said by a person, closed by an end."));
        var folded = Folding.Fold(input.Name);
        if (input.Name is not null && await db.Stages.AnyAsync(s => s.Id != id && s.FoldedName == folded && s.RetiredAt == null, ct)) problems.Add("Name", T("There is a stage of this name already."));
        return problems;
    }
}

/// <summary>A stage that was changed.</summary>
public sealed record StageChanged(Guid Id, string Name);
