using System.Text.Json.Serialization;
using Coxswain.Customers.Import;
using Coxswain.Customers.Maps;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Plans;

/// <summary>Two versions of a plan side by side, in words: what was added, changed and dropped between a review and a later one, or now.</summary>
internal static class ComparePlans
{
    public sealed record Input
    {
        /// <summary>The account.</summary>
        public Guid Id { get; init; }

        /// <summary>The earlier version; the latest review, where nobody says.</summary>
        public Guid? From { get; init; }

        /// <summary>The later one; the plan as it is now, where nobody says.</summary>
        public Guid? To { get; init; }
    }

    public static async Task<Outcome<PlanChanges>> Do(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        var read = await PlanReading.ReadAsync(db, input.Id, deals, clock, ct);
        if (read.View is not { } plan) return read.No;
        var from = input.From ?? (plan.Reviews.Count > 0 ? plan.Reviews[0].Id : null);
        var kept = await db.Rows<PlanReview>().AsNoTracking().Where(r => r.AccountId == input.Id && (r.Id == from || r.Id == input.To)).ToDictionaryAsync(r => r.Id, r => r.Snapshot, ct);
        var problems = new Problems().AddIf(input.From is { } early && !kept.ContainsKey(early), "From", T("This review of the plan is not here.")).AddIf(input.To is { } late && !kept.ContainsKey(late), "To", T("This review of the plan is not here."));
        if (problems.Any) return Outcome.Invalid(problems);
        var before = from is { } earlier && kept.TryGetValue(earlier, out var then) ? Json.Read<PlanSnapshot>(then) : null;
        var after = input.To is { } later && kept.TryGetValue(later, out var last) ? Json.Read<PlanSnapshot>(last) : await HoldReview.OfAsync(db, plan, ct);
        if (before is not null) (before, after) = await SeenAsync(db, before, after, ct);
        return new PlanChanges(plan, before is null ? null : from, input.To, before is null ? [] : [.. Between(before, after, plan)]);
    }

    // Versions are kept whole: of people the viewer does not see nothing is told.
    private static async Task<(PlanSnapshot Before, PlanSnapshot After)> SeenAsync(AppDb db, PlanSnapshot before, PlanSnapshot after, CancellationToken ct)
    {
        var ids = before.Players.Concat(after.Players).Select(p => p.Id).Distinct().ToList();
        var contacts = db.RowsWithRemoved<Contacts.Contact>().Reached(db, Kinds.Contact);
        var hidden = (await db.RowsWithRemoved<MapPerson>().Where(p => ids.Contains(p.Id) && p.ContactId != null && !contacts.Any(c => c.Id == p.ContactId)).Select(p => p.Id).ToListAsync(ct)).ToHashSet();
        return (before with { Players = [.. before.Players.Where(p => !hidden.Contains(p.Id))] }, after with { Players = [.. after.Players.Where(p => !hidden.Contains(p.Id))] });
    }

    internal static IEnumerable<PlanChange> Between(PlanSnapshot before, PlanSnapshot after, PlanView plan)
    {
        foreach (var line in Whole(T("Part that is planned"), before.Scope, after.Scope)) yield return line;
        foreach (var line in Whole(T("Until"), Day(before.Until), Day(after.Until))) yield return line;
        foreach (var line in Whole(T("What both get"), before.Charter, after.Charter)) yield return line;
        var (was, now) = (before.Items.ToDictionary(i => i.Id), after.Items.ToDictionary(i => i.Id));
        foreach (var item in after.Items)
        {
            if (!was.TryGetValue(item.Id, out var old)) yield return new(PlanChanged.Added, PlanWords.Of(item.Kind), null, PlanWords.Said(item));
            else if (Told(old) != Told(item)) yield return new(PlanChanged.Changed, PlanWords.Of(item.Kind), Full(old, before, plan), Full(item, after, plan));
        }
        foreach (var item in before.Items.Where(i => !now.ContainsKey(i.Id))) yield return new(PlanChanged.Dropped, PlanWords.Of(item.Kind), PlanWords.Said(item), null);
        foreach (var player in after.Players)
        {
            var name = plan.Player(player.Id)?.Name ?? T("somebody no longer on the map");
            var old = before.Players.FirstOrDefault(p => p.Id == player.Id);
            if (old is null) yield return new(PlanChanged.Added, name, null, Stands(player));
            else if (Stands(old) != Stands(player)) yield return new(PlanChanged.Changed, name, Stands(old), Stands(player));
        }
        foreach (var gone in before.Players.Where(p => after.Players.All(a => a.Id != p.Id))) yield return new(PlanChanged.Dropped, plan.Player(gone.Id)?.Name ?? T("somebody no longer on the map"), Stands(gone), null);

        static string? Day(DateOnly? day) => day is { } known ? DayText.Whole(known) : null;
    }

    private static IEnumerable<PlanChange> Whole(string what, string? before, string? after)
    {
        if (before != after) yield return new(before is null ? PlanChanged.Added : after is null ? PlanChanged.Dropped : PlanChanged.Changed, what, before, after);
    }

    // What a line says, whoever said it and when; to be where they stand already is to become nothing else.
    private static PlanItemView Told(PlanItemView item) => item with { Version = 0, AsOf = default, SaidBy = null, Target = item.Target == item.Rung ? null : item.Target };

    private static string Full(PlanItemView item, PlanSnapshot at, PlanView plan)
    {
        return string.Join(" · ", new[]
        {
            PlanWords.Said(item), item.FromId is { } from ? T("from: {0}", Line(from)) : null, item.StrengthId is { } strength ? T("through: {0}", Line(strength)) : null,
            item.PlayerId is { } player ? T("said by {0}", plan.Player(player)?.Name ?? T("somebody no longer on the map")) : null, item.OpportunityId is { } deal ? T("deal: {0}", plan.Deal(deal)?.Said ?? T("one that is not here")) : null,
            item.On is { } on ? DayText.Whole(on) : null, item.Evidence,
        }.OfType<string>());

        string Line(Guid id) => at.Items.FirstOrDefault(i => i.Id == id)?.Text ?? T("a line no longer in the plan");
    }

    private static string Stands(PlayerThen player) => string.Join(", ", new[] { player.Influence is { } influence ? MapWords.Of(influence) : null, player.Stance is { } stance ? MapWords.Of(stance) : null }.OfType<string>());
}

/// <summary>What became of a line.</summary>
public enum PlanChanged { Added, Changed, Dropped }

/// <summary>One difference between two versions of a plan, in words.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="What">What it is about.</param>
/// <param name="Before">How it read before.</param>
/// <param name="After">How it reads since.</param>
public sealed record PlanChange([property: JsonConverter(typeof(JsonStringEnumConverter<PlanChanged>))] PlanChanged Kind, string What, string? Before, string? After);

/// <summary>The differences between two versions of a plan.</summary>
/// <param name="Plan">The plan as it is.</param>
/// <param name="From">The earlier review; null where there is none.</param>
/// <param name="To">The later one; null is now.</param>
/// <param name="Changes">What differs.</param>
public sealed record PlanChanges([property: JsonIgnore] PlanView Plan, Guid? From, Guid? To, IReadOnlyList<PlanChange> Changes);
