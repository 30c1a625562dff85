using Coxswain.Platform.Access;
using Coxswain.Platform.Sending;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Http;

internal interface IAnswer
{
    ActCall Call { get; }

    /// <summary>The status of what was done.</summary>
    int DoneStatus => StatusCodes.Status200OK;

    Task AnswerAsync(HttpContext http);
}

/// <summary>An act read as a page or a fragment.</summary>
internal sealed class PageAnswer(Drawing drawing) : IAnswer
{
    public ActCall Call => drawing.Call;

    /// <summary>Where a done act leads; null where it draws its own view.</summary>
    public Func<object, string>? Goes { get; init; }

    /// <summary>Draws the form again; null where the act's own component does.</summary>
    public Drawing? Form { get; set; }

    public async Task AnswerAsync(HttpContext http)
    {
        var posted = await Submission.ReadAsync(http, Call.InputType);
        var viewer = http.RequestServices.GetRequiredService<CurrentViewer>();
        var sent = SentAct.Of(posted.State) ?? OfForm(http, viewer);
        if (sent?.IsAnothers(viewer) is true)
        {
            await new Refused(StatusCodes.Status401Unauthorized, T("Someone else did this on this device. It is sent when they sign in again.")).ExecuteAsync(http);
            return;
        }
        var outcome = posted.State.Problems.Any ? null : await TwiceIfRaced(http, posted, sent);
        var result = outcome switch
        {
            null => await RedrawAsync(http, posted, posted.State, StatusCodes.Status422UnprocessableEntity),
            { Kind: OutcomeKind.Done } => Done(outcome),
            { Kind: OutcomeKind.Missing } => await MissingAsync(http),
            { Kind: OutcomeKind.Refused } => new Refused(StatusCodes.Status403Forbidden, outcome.Problems.Messages[""]),
            { Kind: OutcomeKind.TooMany } => new Refused(StatusCodes.Status429TooManyRequests, outcome.Problems.Messages[""]),
            // An address asks for what there is not: no form to show it in.
            { Kind: OutcomeKind.Invalid } when HttpMethods.IsGet(http.Request.Method) => new Refused(StatusCodes.Status422UnprocessableEntity, string.Join(' ', outcome.Problems.Messages.Values)),
            { Kind: OutcomeKind.Stale } => await RedrawAsync(http, posted, posted.State with { Clashes = outcome.Clashes }, StatusCodes.Status409Conflict),
            _ => await RedrawAsync(http, posted, posted.State with { Problems = outcome.Problems }, StatusCodes.Status422UnprocessableEntity),
        };
        await result.ExecuteAsync(http);
    }

    // What is answered with a page of its own may show what is kept nowhere, as a new key of the API: sent again, it is done again.
    private SentAct? OfForm(HttpContext http, CurrentViewer viewer) =>
        Goes is not null && viewer.IsKnown && http.GetEndpoint()?.Metadata.GetMetadata<ForAnyone>() is null ? SentAct.OfForm(http.Request, viewer.Value.PersonId) : null;

    private static async Task<IResult> MissingAsync(HttpContext http)
    {
        if (await Forwarding.OfAsync(http) is not { } url) return Refused.Missing;
        // What was typed is not sent to another record unseen.
        return HttpMethods.IsGet(http.Request.Method) ? Results.Redirect(url) : new Refused(StatusCodes.Status404NotFound, T("This was merged into another record. Open its page again: it leads to that one."));
    }

    private IResult Done(IOutcome outcome)
    {
        if (outcome is TakenBefore before) return new GoTo(before.Url ?? "/", before.Notice);
        if (Goes is { } goes) return new GoTo(goes(outcome.View!), outcome.Notice);
        return drawing.Draw!(outcome.View!, FormState.Untouched with { Notice = outcome.Notice }, StatusCodes.Status200OK);
    }

    /// <summary>Two saves of one row in the same instant: the second is tried again on what the first left, where it merges or is told of the clash.</summary>
    private async Task<IOutcome> TwiceIfRaced(HttpContext http, Submission posted, SentAct? sent)
    {
        try { return await CallAsync(http, posted, sent); }
        catch (DbUpdateConcurrencyException) { return await InFreshScope(http, posted, sent); }
    }

    private async Task<IOutcome> InFreshScope(HttpContext http, Submission posted, SentAct? sent)
    {
        await using var scope = FreshScope.Of(http);
        return await CallAsync(http, posted, sent);
    }

    private async Task<IOutcome> CallAsync(HttpContext http, Submission posted, SentAct? sent)
    {
        // Nothing of it was saved.
        try { return await DoAsync(http, posted, sent); }
        catch (RefusalException refused) { return Call.Refuse(refused.No); }
    }

    private Task<IOutcome> DoAsync(HttpContext http, Submission posted, SentAct? sent) =>
        sent is null ? Call.CallAsync(posted.Input, http) : new Once(sent, http, done => Goes is not null && done.View is not null ? Goes(done.View) : null).DoAsync(() => Call.CallAsync(posted.Input, http));

    private async Task<IResult> RedrawAsync(HttpContext http, Submission posted, FormState state, int status)
    {
        if (Form is null) return new Refused(status, string.Join(" ", state.Problems.Messages.Values));
        await using var scope = FreshScope.Of(http);
        var again = await Form.Call.CallAsync((await Submission.ReadAsync(http, Form.Call.InputType, lenient: true)).Input, http);
        if (again.Kind is not OutcomeKind.Done) return Refused.Missing;
        return Form.Draw!(again.View!, state, status);
    }
}
