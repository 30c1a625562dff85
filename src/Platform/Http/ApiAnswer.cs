using System.Text.Json;
using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Http;

/// <summary>An act read as JSON; every No is an <c>application/problem+json</c>.</summary>
internal sealed class ApiAnswer(ActCall call, int doneStatus) : IAnswer
{
    public ActCall Call => call;

    public int DoneStatus => doneStatus;

    public async Task AnswerAsync(HttpContext http)
    {
        var once = await ApiOnce.OfAsync(http);
        var result = once is not null && await once.BeforeAsync() is { } before ? before : await DoAsync(http, once);
        await result.ExecuteAsync(http);
    }

    private async Task<IResult> DoAsync(HttpContext http, ApiOnce? once)
    {
        var (input, problems) = await ApiInput.ReadAsync(http, call.InputType);
        if (problems is { Any: true }) return Invalid(problems);
        try
        {
            var outcome = await TwiceIfRacedAsync(input, http, once);
            // What was merged into another is found there; what is to be changed is not changed there unseen.
            return outcome.Kind is OutcomeKind.Missing && HttpMethods.IsGet(http.Request.Method) && await Forwarding.OfAsync(http) is { } url ? Results.Redirect(url, permanent: false, preserveMethod: true) : Answer(http, outcome);
        }
        catch (ExpectationFailedException) { return Results.Problem(statusCode: 412, detail: T("The record is no longer the version that If-Match names; nothing was done.")); }
        // It came twice at once: the first is what happened.
        catch (DbUpdateException) when (once is not null)
        {
            if (await once.MeanwhileAsync() is { } first) return first;
            throw;
        }
    }

    // Two saves of one row in the same instant: as at a page, the second is tried again on what the first left.
    private async Task<IOutcome> TwiceIfRacedAsync(object? input, HttpContext http, ApiOnce? once)
    {
        try { return await CallAsync(input, http, once); }
        // Inside somebody else's transaction nothing is tried again by itself: whoever began it tries the whole again.
        catch (DbUpdateConcurrencyException) when (http.RequestServices.GetRequiredService<AppDb>().Database.CurrentTransaction is null)
        {
            await using var scope = FreshScope.Of(http);
            return await CallAsync(input, http, once);
        }
    }

    private async Task<IOutcome> CallAsync(object? input, HttpContext http, ApiOnce? once)
    {
        try
        {
            var expected = Expectation.Of(http);
            if (once is null && expected is null) return await call.CallAsync(input, http);
            var db = http.RequestServices.GetRequiredService<AppDb>();
            return await db.InOneTransactionAsync(async () =>
            {
                var outcome = await call.CallAsync(input, http);
                if (outcome.Kind is not OutcomeKind.Done) throw new NotDoneException(outcome);
                expected?.CheckAfter(outcome.View);
                if (once is not null) await once.TakeAsync(outcome.View, doneStatus);
                return outcome;
            }, http.RequestAborted);
        }
        catch (NotDoneException no) { return no.Outcome; }
        catch (RefusalException refused) { return call.Refuse(refused.No); }
    }

    private IResult Answer(HttpContext http, IOutcome outcome)
    {
        if (outcome.Kind is OutcomeKind.Done && Expectation.TagOf(outcome.View) is { } tag) http.Response.Headers.ETag = $"\"{tag.Version}\"";
        return outcome.Kind switch
        {
            OutcomeKind.Done => Results.Json(outcome.View, ApiJson.Out, statusCode: doneStatus),
            OutcomeKind.Missing => Results.Problem(statusCode: 404, detail: Refused.MissingReason),
            OutcomeKind.Refused => Results.Problem(statusCode: 403, detail: outcome.Problems.Messages[""]),
            OutcomeKind.TooMany => Results.Problem(statusCode: 429, detail: outcome.Problems.Messages[""]),
            OutcomeKind.Stale => Results.Problem(statusCode: 409, detail: T("Someone changed the same fields meanwhile."), extensions: new Dictionary<string, object?> { ["clashes"] = outcome.Clashes }),
            _ => Invalid(outcome.Problems),
        };
    }

    private static IResult Invalid(Problems problems) =>
        Results.ValidationProblem(problems.Messages.ToDictionary(m => JsonNamingPolicy.CamelCase.ConvertName(m.Key), m => new[] { m.Value }), statusCode: 422, title: T("Some fields need another look."));

    private sealed class NotDoneException(IOutcome outcome) : Exception
    {
        public IOutcome Outcome => outcome;
    }
}
