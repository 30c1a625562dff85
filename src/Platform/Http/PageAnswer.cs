using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Http;

internal interface IAnswer
{
    ActCall Call { get; }
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
        var outcome = posted.State.Problems.Any ? null : await TwiceIfRaced(http, posted);
        var result = outcome switch
        {
            null => await RedrawAsync(http, posted, posted.State, StatusCodes.Status422UnprocessableEntity),
            { Kind: OutcomeKind.Done } => Done(outcome),
            { Kind: OutcomeKind.Missing } => new Refused(StatusCodes.Status404NotFound, T("This is not here, or not for you to see.")),
            { Kind: OutcomeKind.Refused } => new Refused(StatusCodes.Status403Forbidden, outcome.Problems.Messages[""]),
            { Kind: OutcomeKind.Stale } => await RedrawAsync(http, posted, posted.State with { Clashes = outcome.Clashes }, StatusCodes.Status409Conflict),
            _ => await RedrawAsync(http, posted, posted.State with { Problems = outcome.Problems }, StatusCodes.Status422UnprocessableEntity),
        };
        await result.ExecuteAsync(http);
    }

    private IResult Done(IOutcome outcome)
    {
        if (Goes is { } goes) return new GoTo(goes(outcome.View!), outcome.Notice);
        return drawing.Draw!(outcome.View!, FormState.Untouched with { Notice = outcome.Notice }, StatusCodes.Status200OK);
    }

    /// <summary>Two saves of one row in the same instant: the second is tried again on what the first left, where it merges or is told of the clash.</summary>
    private async Task<IOutcome> TwiceIfRaced(HttpContext http, Submission posted)
    {
        try { return await Call.CallAsync(posted.Input, http); }
        catch (DbUpdateConcurrencyException) { return await InFreshScope(http, posted); }
    }

    private async Task<IOutcome> InFreshScope(HttpContext http, Submission posted)
    {
        await using var scope = FreshScope.Of(http);
        return await Call.CallAsync(posted.Input, http);
    }

    private async Task<IResult> RedrawAsync(HttpContext http, Submission posted, FormState state, int status)
    {
        if (Form is null) return new Refused(status, string.Join(" ", state.Problems.Messages.Values));
        await using var scope = FreshScope.Of(http);
        var again = await Form.Call.CallAsync((await Submission.ReadAsync(http, Form.Call.InputType, lenient: true)).Input, http);
        if (again.Kind is not OutcomeKind.Done) return new Refused(StatusCodes.Status404NotFound, T("This is not here, or not for you to see."));
        return Form.Draw!(again.View!, state, status);
    }
}
