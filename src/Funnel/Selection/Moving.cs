using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Selection;

/// <summary>What somebody says of a move: what shows the customer's steps that it passes, or why it goes on without.</summary>
public record MoveSaid
{
    /// <summary>What the customer did or said.</summary>
    [StringLength(500)]
    public string? Evidence { get; init; }

    /// <summary>The steps that shows, separated by commas; where only one is not shown yet, that one.</summary>
    public string? Shows { get; init; }

    /// <summary>When they did; today where nothing is said.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Why it moves without its steps being shown, or why it goes back.</summary>
    [StringLength(300)]
    public string? Reason { get; init; }

    internal bool IsSilent => string.IsNullOrWhiteSpace(Evidence) && string.IsNullOrWhiteSpace(Reason);
}

/// <summary>One move of a deal, with the steps of the customer that it passes and nothing shows.</summary>
internal sealed record Passage(Guid Deal, Stage From, Stage To, IReadOnlyList<Stage> Over, IReadOnlyList<Gate> Unshown)
{
    public static async Task<Passage> OfAsync(AppDb db, Guid deal, Guid stage, Stage to, Way way, CancellationToken ct)
    {
        var from = way.At(stage).Stage;
        var reopens = from.End is not StageEnd.Open;
        // What is closed comes back to where it was; beyond that it passes what lies between, as it would have then.
        if (reopens) from = way.At(await db.OpportunityStates.Where(s => s.OpportunityId == deal && s.SupersededAt == null && s.End == StageEnd.Open).OrderByDescending(s => s.From).Select(s => s.StageId).FirstOrDefaultAsync(ct) ?? way.Open(to.Id).First().Stage.Id).Stage;
        return new(deal, from, to, [.. Gates.PassedOver(from, to, way)], await db.UnshownAsync(deal, [.. Gates.Between(from, to, way)], ct)) { Reopens = reopens };
    }

    /// <summary>It was closed: coming back to an earlier stage is no step back of the customer.</summary>
    public bool Reopens { get; init; }

    /// <summary>It begins there: the steps it went without say what lies before.</summary>
    public bool Begins { get; init; }

    private bool GoesBack => !Reopens && To.End is StageEnd.Open && To.Position < From.Position;

    /// <summary>What is wrong with what was said, where a person has to say something.</summary>
    public Problems Wrong(MoveSaid said, bool stated, DateOnly today)
    {
        var left = Left(said);
        var problems = new Problems();
        FieldRules.Day(problems, "On", said.On, today);
        return problems.AddIf(!string.IsNullOrWhiteSpace(said.Evidence) && Unshown.Count > 1 && Meant(said).Count == 0, "Shows", T("Say which of these it shows."))
            .AddIf(left.FirstOrDefault(g => g.IsBinding) is not null, "Evidence", T("It stays in {0} until something shows: {1}. Say what they did.", From.Name, left.FirstOrDefault(g => g.IsBinding)?.Act))
            .AddIf(!stated && left is [{ IsBinding: false }, ..] && string.IsNullOrWhiteSpace(said.Reason), "Reason", T("Say what shows it, or why it goes on without."));
    }

    /// <summary>Puts beside the move what was said of it.</summary>
    public void Note(AppDb db, MoveSaid said, bool stated, DateOnly today) => Note(row => db.Add(row), said, stated, today, db.Viewer.PersonId);

    /// <inheritdoc cref="Note(AppDb, MoveSaid, bool, DateOnly)"/>
    public void Note(Action<Entity> keep, MoveSaid said, bool stated, DateOnly today, Guid by)
    {
        if (!string.IsNullOrWhiteSpace(said.Evidence))
            foreach (var gate in Meant(said)) keep(new StageEvidence { OpportunityId = Deal, StageId = gate.StageId, StepId = gate.StepId, On = said.On ?? today, Text = said.Evidence.Trim() });
        var left = Left(said);
        if (left.Count > 0) Add(MoveKind.Unshown, string.Join(" · ", left.Select(g => g.Act)));
        if (Over.Count > 0 && (left.Count == 0 || !Begins)) Add(MoveKind.Skipped, string.Join(" · ", Over.Select(s => s.Name)));
        if (GoesBack) Add(MoveKind.Back, null);

        void Add(MoveKind kind, string? without) => keep(new MoveNote { OpportunityId = Deal, FromStageId = From.Id, ToStageId = To.Id, Kind = kind, Without = without, Reason = string.IsNullOrWhiteSpace(said.Reason) ? null : said.Reason.Trim(), IsStated = stated, On = today, SaidById = by });
    }

    // Those that what they did shows.
    private IReadOnlyList<Gate> Meant(MoveSaid said)
    {
        if (Unshown.Count == 1) return Unshown;
        var named = (said.Shows ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. Unshown.Where(g => named.Contains(g.Key.ToString(), StringComparer.OrdinalIgnoreCase))];
    }

    private IReadOnlyList<Gate> Left(MoveSaid said) => string.IsNullOrWhiteSpace(said.Evidence) ? Unshown : [.. Unshown.Except(Meant(said))];
}
