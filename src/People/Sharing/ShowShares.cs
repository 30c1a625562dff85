using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Sharing;

/// <summary>Who a record is shown to, one by one, beside those whose role sees it anyway.</summary>
internal static class ShowShares
{
    public sealed record Input
    {
        /// <summary>The kind of record, e.g. <c>account</c>.</summary>
        public string? Kind { get; init; }
        public Guid Id { get; init; }
    }

    public static async Task<Outcome<SharesView>> Do(Input input, AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct) =>
        await SharedRecord.FindAsync(db, modules, input.Kind, input.Id, ct) is { } record ? await OfAsync(record, db, ct) : Outcome.Missing;

    internal static async Task<SharesView> OfAsync(SharedRecord record, AppDb db, CancellationToken ct)
    {
        var shared = await LinesAsync(db, record.Kind.Kind, record.Id, ct);
        var (given, see) = (shared.Select(s => s.PersonId).ToList(), record.Kind.See);
        var people = !record.MayDecide ? [] : (await db.People.Where(p => p.LeftAt == null && p.Id != record.OwnerId && !given.Contains(p.Id)).OrderBy(p => p.Name).Take(500).Select(p => new { p.Id, p.Name, p.Role }).ToListAsync(ct)).Where(p => p.Role.Allows(see));
        return new SharesView
        {
            Kind = record.Kind.Kind, RecordId = record.Id, Name = record.Name, Url = record.Url, MayDecide = record.MayDecide,
            Owner = await db.People.Where(p => p.Id == record.OwnerId).Select(p => p.Name).FirstOrDefaultAsync(ct),
            Shared = shared,
            People = [.. people.Select(p => new Choice(p.Id.ToString(), p.Name))],
        };
    }

    internal static Task<List<ShareLine>> LinesAsync(AppDb db, string kind, Guid id, CancellationToken ct) =>
        db.Rows<Share>().AsNoTracking().Where(s => s.Kind == kind && s.RowId == id).Join(db.People, s => s.PersonId, p => p.Id, (s, p) => new { Share = s, p.Name }).OrderBy(s => s.Name)
            .Select(s => new ShareLine(s.Share.Id, s.Share.PersonId, s.Name, s.Share.Level, s.Share.Function)).ToListAsync(ct);
}

public sealed record SharesView
{
    public required string Kind { get; init; }
    public required Guid RecordId { get; init; }
    public required string Name { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public string Url { get; init; } = "";
    public required bool MayDecide { get; init; }
    public required string? Owner { get; init; }
    public required IReadOnlyList<ShareLine> Shared { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<Choice> People { get; init; } = [];
}

/// <summary>One person a record is shown to.</summary>
/// <param name="Id">The share.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Level">What they may do with it.</param>
/// <param name="Function">What they do for it.</param>
public sealed record ShareLine(Guid Id, Guid PersonId, string Name, AccessLevel Level, string? Function);
