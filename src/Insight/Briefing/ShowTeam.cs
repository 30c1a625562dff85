using Coxswain.Funnel;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Insight.Briefing;

/// <summary>The team's page: the brief, and what was won of what was meant to be.</summary>
internal static class ShowTeam
{
    public static async Task<Outcome<TeamView>> Do(ReadBrief.Input input, AppDb db, BriefMemory memory, TimeProvider clock, CancellationToken ct)
    {
        var brief = await ReadBrief.Do(input, db, memory, clock, ct);
        if (brief.View is not { } view) return new Refusal(brief.Kind, brief.Problems, brief.Clashes);
        var viewer = db.Viewer;
        return new TeamView(view, viewer.May(Permission.SeeAllFigures) ? await WonSoFar.ReadAsync(db, clock, ct) : null)
        {
            MaySetTarget = viewer.May(Permission.ManageProcess), MayTell = viewer.May(Permission.ManagePeople), MayImport = viewer.May(Permission.Import), MayAdd = viewer.May(Permission.EditFunnel),
            Outside = viewer.May(Permission.ManagePeople) ? await db.PersonRows().CountAsync(p => p.IsHere && !p.CanSignIn && p.Role == Role.Seller, ct) : 0,
        };
    }
}

/// <param name="Brief">What the organisation's deals say of its people.</param>
/// <param name="Won">The quarter so far; null for who does not see the figures of the whole organisation.</param>
public sealed record TeamView(BriefView Brief, WonSoFar? Won)
{
    public required bool MaySetTarget { get; init; }

    /// <summary>May record that people were told.</summary>
    public required bool MayTell { get; init; }
    public required bool MayImport { get; init; }
    public required bool MayAdd { get; init; }

    /// <summary>Sellers without a sign-in, where the viewer may invite them.</summary>
    public required int Outside { get; init; }
}
