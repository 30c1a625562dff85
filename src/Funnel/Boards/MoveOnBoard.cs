using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Boards;

/// <summary>Moves a card, and answers with the board as it is then: where nothing shows the customer's step, the card stays and asks for it.</summary>
internal static class MoveOnBoard
{
    public sealed record Input : MoveSaid
    {
        public Guid Id { get; init; }
        public Guid? Stage { get; init; }
        public int Version { get; init; }

        /// <summary>Whose board it was moved on.</summary>
        public string? Owner { get; init; }
    }

    public static async Task<Outcome<BoardView>> Do(Input input, AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        if (input.IsSilent && await MoveOpportunity.UnshownAsync(input.Id, input.Stage, db, ct) is { Count: > 0 } unshown)
        {
            var asking = await ShowBoard.Do(new() { Owner = input.Owner }, db, clock, frame, ct);
            return asking.View is { } drawn ? drawn with { Asking = new(input.Id, input.Stage!.Value, unshown) } : asking.No;
        }
        var moved = await MoveOpportunity.Do(new() { Id = input.Id, Stage = input.Stage, Version = input.Version, Evidence = input.Evidence, Shows = input.Shows, On = input.On, Reason = input.Reason }, db, clock, ct);
        if (moved.Clashes is [var clash, ..]) return Outcome.Invalid("", T("Someone put it into {0} meanwhile. It stays there.", clash.Theirs));
        if (!moved.IsDone) return moved.No;
        var board = await ShowBoard.Do(new() { Owner = input.Owner }, db, clock, frame, ct);
        return board.Saying(moved.Notice!.Text, moved.Notice.UndoUrl + "&from=board");
    }
}
