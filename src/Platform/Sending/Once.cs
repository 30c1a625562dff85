using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Sending;

/// <summary>Does a sent act exactly once: that it is taken is saved with what it changes, or neither is.</summary>
internal static class Once
{
    public static async Task<IOutcome> DoAsync(SentAct sent, HttpContext http, Func<Task<IOutcome>> act)
    {
        var (db, ct) = (http.RequestServices.GetRequiredService<AppDb>(), http.RequestAborted);
        if (await db.Rows<TakenAct>().AnyAsync(a => a.Id == sent.Id, ct)) return new TakenBefore();
        var now = db.Clock.GetUtcNow().UtcDateTime;
        http.RequestServices.GetRequiredService<ActTime>().Is(sent.OccurredAt(now));
        try
        {
            return await db.InOneTransactionAsync(async () =>
            {
                db.Add(new TakenAct { Id = sent.Id, PersonId = sent.ActorId, OccurredAt = sent.OccurredAt(now), TakenAt = now });
                var outcome = await act();
                if (outcome.Kind is not OutcomeKind.Done) throw new NotTakenException(outcome);
                await db.SaveChangesAsync(ct);
                return outcome;
            }, ct);
        }
        catch (NotTakenException no) { return no.Outcome; }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            // The same act came twice at once: the key let one of the two in.
            if (await IsTakenMeanwhileAsync(sent, http)) return new TakenBefore();
            throw;
        }
    }

    private static async Task<bool> IsTakenMeanwhileAsync(SentAct sent, HttpContext http)
    {
        await using var scope = FreshScope.Of(http);
        return await http.RequestServices.GetRequiredService<AppDb>().Rows<TakenAct>().AnyAsync(a => a.Id == sent.Id, http.RequestAborted);
    }

    private sealed class NotTakenException(IOutcome outcome) : Exception
    {
        public IOutcome Outcome => outcome;
    }
}

/// <summary>It was done when it was sent before; there is nothing more to show of it.</summary>
internal sealed class TakenBefore : IOutcome
{
    public OutcomeKind Kind => OutcomeKind.Done;
    public object? View => null;
    public Problems Problems => Problems.None;
    public IReadOnlyList<Events.Clash> Clashes => [];
    public Notice? Notice => null;
}
