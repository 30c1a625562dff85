using System.Text.Json.Serialization;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Help;

/// <summary>Who helps with what, by topic; of those who are here.</summary>
internal static class ShowExperts
{
    private const int Most = 100;

    public sealed record Input
    {
        /// <summary>Part of a topic.</summary>
        public string? Q { get; init; }
    }

    public static async Task<Outcome<ExpertsView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var read = await ReadAsync(db, input.Q, ct);
        return new ExpertsView(read.Take(Most).ToList(), read.Count > Most);
    }

    /// <summary>One more than are shown, where there are more.</summary>
    internal static async Task<IReadOnlyList<ExpertView>> ReadAsync(AppDb db, string? find, CancellationToken ct)
    {
        var part = string.IsNullOrWhiteSpace(find) ? null : Folding.Fold(find.Trim());
        var people = db.PersonRows().Where(p => p.IsHere);
        var rows = db.Experts.AsNoTracking().Where(e => part == null || e.FoldedTopic.Contains(part)).Join(people, e => e.OwnerId, p => p.Id, (e, p) => new { e, p });
        var edit = db.Reaches.For(Kinds.Expertise, AccessLevel.Edit);
        return [.. (await rows.OrderBy(r => r.e.FoldedTopic).ThenBy(r => r.p.FoldedName).ThenBy(r => r.e.Id).Take(Most + 1).Select(r => new ExpertView { Id = r.e.Id, PersonId = r.p.Id, Person = r.p.Name, Topic = r.e.Topic, Free = r.e.Free, FreeFrom = r.e.FreeFrom }).ToListAsync(ct)).Select(e => e with { MayEdit = edit.IncludesAllOf(e.PersonId) })];
    }
}

/// <summary>Who helps with what.</summary>
/// <param name="Experts">By topic.</param>
/// <param name="More">There are more than these: say a part of the topic.</param>
public sealed record ExpertsView(IReadOnlyList<ExpertView> Experts, bool More);

/// <summary>What somebody helps with.</summary>
public sealed record ExpertView
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string Person { get; init; }
    public required string Topic { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<HelpFree>))]
    public required HelpFree Free { get; init; }

    /// <summary>Not before this day.</summary>
    public DateOnly? FreeFrom { get; init; }

    [JsonIgnore]
    public bool MayEdit { get; init; }

    internal static Task<ExpertView> OneAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var people = db.PersonRows();
        return db.Experts.AsNoTracking().Where(e => e.Id == id).Select(e => new ExpertView { Id = e.Id, PersonId = e.OwnerId, Person = people.Where(p => p.Id == e.OwnerId).Select(p => p.Name).FirstOrDefault() ?? "", Topic = e.Topic, Free = e.Free, FreeFrom = e.FreeFrom }).SingleAsync(ct);
    }
}
