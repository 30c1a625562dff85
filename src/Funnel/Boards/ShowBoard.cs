using System.Globalization;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Boards;

/// <summary>The open funnel as a board, now or as of a past day.</summary>
internal static class ShowBoard
{
    public sealed record Input
    {
        /// <summary><c>mine</c>, <c>all</c>, or a person's id; a seller's own where nothing is said, everyone's for those who lead.</summary>
        public string? Owner { get; init; }

        /// <summary>A past day, yyyy-MM-dd.</summary>
        public string? AsOf { get; init; }
    }

    public static async Task<Outcome<BoardView>> Do(Input input, AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        var (tenant, stages) = (await db.TenantAsync(ct), await db.Kept.ReadAsync(db, "open stages", () => BoardReading.StagesAsync(db, ct)));
        var standing = Standing.Of(tenant, clock.GetUtcNow().UtcDateTime);
        var past = Day(input.AsOf);
        if (input.AsOf is not null && (past is null || past > standing.Today)) return Outcome.Refused(T("Choose a past day, written like 2026-03-31."));
        frame.AsOf = past is { } day ? DayNotice.Past(day, "/opportunities/board") : DayNotice.Of(standing);
        var deals = past is { } then ? BoardReading.Past(db, then) : BoardReading.Now(db);
        var owner = OwnerOf(input.Owner, db.Viewer);
        var sums = await db.Kept.ReadAsync(db, $"board of {owner} on {past:o}", () => BoardReading.SumsAsync(db, deals, owner, ct));
        var here = sums.Groups;
        var shown = owner is null ? deals : deals.Where(d => d.OwnerId == owner);
        var cards = await BoardReading.CardsAsync(db, shown, here, ct);
        var rates = await Rates.ReadAsync(db, tenant.Currency, here.Where(g => g.Known > 0).Select(g => g.Currency), ct);
        var board = new Counting(rates, past ?? standing.Day, past is not null);
        return new BoardView
        {
            Stages = [.. board.Columns(stages, here, cards)],
            Total = board.Total(here),
            Owner = owner,
            Owners = [.. sums.Owners.OrderBy(o => o.Name, StringComparer.CurrentCulture)],
            MoreOwners = sums.MoreOwners,
            Viewer = db.Viewer.PersonId,
            Day = past ?? standing.Day,
            IsPast = past is not null,
            MayAdd = db.Viewer.May(Permission.EditFunnel),
        };
    }

    private sealed record Counting(Rates Rates, DateOnly Day, bool IsPast)
    {
        public IEnumerable<BoardStage> Columns(IReadOnlyList<NamedRow> stages, IReadOnlyList<BoardGroup> groups, IReadOnlyList<BoardDeal> cards)
        {
            foreach (var stage in stages)
            {
                var here = groups.Where(g => g.StageId == stage.Id).ToList();
                if (here.Count > 0 || !stage.IsRetired()) yield return Column(stage.Id, stage.Name, here, [.. cards.Where(c => c.StageId == stage.Id)]);
            }
            if (IsPast && groups.Any(g => g.StageId is null)) yield return Column(Guid.Empty, T("Stage not recorded"), [.. groups.Where(g => g.StageId is null)], [.. cards.Where(c => c.StageId is null)]);
        }

        // A board counts all its deals, however many.
        public FunnelTotal Total(IEnumerable<BoardGroup> groups) =>
            FunnelTotal.Of([.. groups.Select(g => new AmountSum(g.Currency, null, g.Sum, g.Count, g.Known))], Rates, Day) with { IsCapped = false };

        private BoardStage Column(Guid id, string name, List<BoardGroup> groups, IReadOnlyList<BoardDeal> cards) => new(id, name, groups.Sum(g => g.Count), Total(groups), cards);
    }

    private static Guid? OwnerOf(string? asked, Viewer viewer) => asked switch
    {
        "all" => null,
        "mine" => viewer.PersonId,
        null => viewer.Role is Role.Seller ? viewer.PersonId : null,
        _ => Guid.TryParse(asked, out var id) ? id : null,
    };

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool IsRetired(this NamedRow stage) => stage.Group is not null;
}
