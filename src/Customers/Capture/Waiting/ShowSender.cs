using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Capture.Waiting;

/// <summary>Shows what waits with somebody, and asks who that is.</summary>
internal static class ShowSender
{
    private const int Most = 20;

    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<SenderView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await AddressAsync(db, input.Id, ct) is not { } sender) return Outcome.Missing;
        var waiting = await WaitingRows.With(db, sender.Address).OrderByDescending(c => c.OccurredAt).Take(Most).Select(c => new WaitingLine(c.Id, c.Kind, c.OccurredAt, c.Subject, c.Inbound)).ToListAsync(ct);
        return new SenderView(input.Id, sender.Address, sender.Name, [.. waiting.Select(w => w with { At = db.Local(w.At) })]);
    }

    internal static Task<CapturedAddress?> AddressAsync(AppDb db, Guid id, CancellationToken ct) => WaitingRows.Senders(db).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
}

/// <summary>Somebody nobody is known for, and what waits with them.</summary>
public sealed record SenderView(Guid Id, string Address, string? Name, IReadOnlyList<WaitingLine> Waiting)
{
    public string Domain => Addresses.DomainOf(Address);
}

/// <summary>One that waits.</summary>
public sealed record WaitingLine(Guid Id, CapturedKind Kind, DateTime At, string? Subject, bool? Inbound);
