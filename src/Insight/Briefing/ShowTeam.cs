using Coxswain.Funnel;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Insight.Briefing;

/// <summary>The team's page: the brief, some of its people at a time, and what was won of what was meant to be.</summary>
internal static class ShowTeam
{
    private const int Most = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public sealed record Input
    {
        /// <summary>Only the people of this person's line.</summary>
        public Guid? For { get; init; }

        /// <summary>How many people come before the first shown.</summary>
        public int From { get; init; }
    }

    public static async Task<Outcome<TeamView>> Do(Input input, AppDb db, BriefMemory memory, TimeProvider clock, CancellationToken ct)
    {
        var brief = await ReadBrief.ViewAsync(input.For, db, memory, clock, Patience, ct);
        var from = Math.Max(0, input.From);
        IReadOnlyList<BriefPerson> rows = brief is null ? [] : [.. brief.Rows.Skip(from).Take(Most)];
        if (brief is not null) db.NoteLook("brief", rows.Select(r => r.PersonId).Union(brief.Gaps.Select(g => g.PersonId)));
        var viewer = db.Viewer;
        return new TeamView(brief, rows, viewer.May(Permission.SeeAllFigures) ? await WonSoFar.ReadAsync(db, clock, ct) : null)
        {
            Asked = input,
            NextFrom = brief is not null && from + rows.Count < brief.Rows.Count ? from + rows.Count : null,
            MaySetTarget = viewer.May(Permission.ManageProcess), MayTell = viewer.May(Permission.ManagePeople), MayImport = viewer.May(Permission.Import), MayAdd = viewer.May(Permission.EditFunnel),
            Outside = viewer.May(Permission.ManagePeople) ? await db.PersonRows().CountAsync(p => p.IsHere && !p.CanSignIn && p.Role == Role.Seller, ct) : 0,
        };
    }
}

/// <param name="Brief">What the organisation's deals say of its people; null while that is worked out.</param>
/// <param name="Rows">Those of its people that are shown.</param>
/// <param name="Won">The quarter so far; null for who does not see the figures of the whole organisation.</param>
public sealed record TeamView(BriefView? Brief, IReadOnlyList<BriefPerson> Rows, WonSoFar? Won)
{
    internal ShowTeam.Input Asked { get; init; } = new();

    /// <summary>How many people come before the next to be shown; null at the end.</summary>
    public required int? NextFrom { get; init; }
    public required bool MaySetTarget { get; init; }

    /// <summary>An address of this view, from some person on.</summary>
    public string Here(string path, int from = 0) =>
        $"{path}?{string.Join('&', ((string?[])[Asked.For is { } line ? $"for={line}" : null, from > 0 ? $"from={from}" : null]).OfType<string>())}".TrimEnd('?');

    /// <summary>May record that people were told.</summary>
    public required bool MayTell { get; init; }
    public required bool MayImport { get; init; }
    public required bool MayAdd { get; init; }

    /// <summary>Sellers without a sign-in, where the viewer may invite them.</summary>
    public required int Outside { get; init; }
}
