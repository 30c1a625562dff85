using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Sending;

/// <summary>Does a sent act exactly once: that it is taken is saved with what it changes, or neither is.</summary>
/// <param name="sent">Which act.</param>
/// <param name="http">The request.</param>
/// <param name="goes">Where it led, once it is done; null for nowhere.</param>
internal sealed class Once(SentAct sent, HttpContext http, Func<IOutcome, string?> goes)
{
    private AppDb Db => http.RequestServices.GetRequiredService<AppDb>();

    public async Task<IOutcome> DoAsync(Func<Task<IOutcome>> act)
    {
        if (await BeforeAsync() is { } before) return before;
        var now = Db.Clock.GetUtcNow().UtcDateTime;
        http.RequestServices.GetRequiredService<ActTime>().Is(sent.OccurredAt(now));
        try { return sent.IsUpload ? await SaveWithFirstAsync(act, now) : await SaveWithAllAsync(act, now); }
        // It came twice at once: the one that was first is what happened, and may be why the other cannot be done.
        catch (NotTakenException no) { return await MeanwhileAsync() ?? no.Outcome; }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            if (await MeanwhileAsync() is { } first) return first;
            throw;
        }
    }

    private Task<IOutcome> SaveWithAllAsync(Func<Task<IOutcome>> act, DateTime now) => Db.InOneTransactionAsync(async () =>
    {
        var outcome = await act();
        if (outcome.Kind is not OutcomeKind.Done) throw new NotTakenException(outcome);
        Db.Add(Taken(now, goes(outcome)));
        await Db.SaveChangesAsync(http.RequestAborted);
        return outcome;
    }, http.RequestAborted);

    // What is uploaded is read before anything is saved, which may take long: nobody's save waits for that. Where it led is not known yet.
    private async Task<IOutcome> SaveWithFirstAsync(Func<Task<IOutcome>> act, DateTime now)
    {
        Db.Add(Taken(now, http.Request.Path));
        return await act();
    }

    private TakenAct Taken(DateTime now, string? url) => new() { Id = sent.Id, PersonId = sent.ActorId, OccurredAt = sent.OccurredAt(now), TakenAt = now, Url = url };

    private async Task<IOutcome?> BeforeAsync() =>
        await Db.Rows<TakenAct>().AsNoTracking().Where(a => a.Id == sent.Id).Select(a => new TakenBefore(a.PersonId == sent.ActorId ? a.Url : null)).FirstOrDefaultAsync(http.RequestAborted) is { } before
            ? before with { Notice = sent.IsForm ? new Notice(T("This was saved when it was first sent. It is here once.")) : null } : null;

    private async Task<IOutcome?> MeanwhileAsync()
    {
        await using var scope = FreshScope.Of(http);
        return await BeforeAsync();
    }

    private sealed class NotTakenException(IOutcome outcome) : Exception
    {
        public IOutcome Outcome => outcome;
    }
}

/// <summary>It was done when it was sent before.</summary>
/// <param name="Url">Where it led then.</param>
internal sealed record TakenBefore(string? Url) : IOutcome
{
    public OutcomeKind Kind => OutcomeKind.Done;
    public object? View => null;
    public Problems Problems => Problems.None;
    public IReadOnlyList<Events.Clash> Clashes => [];
    public Notice? Notice { get; init; }
}
