using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Http;

/// <summary>An act read as JSON; every No is an <c>application/problem+json</c>.</summary>
internal sealed class ApiAnswer(ActCall call, int doneStatus) : IAnswer
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public ActCall Call => call;

    public async Task AnswerAsync(HttpContext http)
    {
        var (input, problems) = await ApiInput.ReadAsync(http, call.InputType, Json);
        var result = problems is { Any: true } ? Invalid(problems) : Answer(await CallAsync(input, http));
        await result.ExecuteAsync(http);
    }

    private async Task<IOutcome> CallAsync(object? input, HttpContext http)
    {
        try { return await call.CallAsync(input, http); }
        catch (RefusalException refused) { return call.Refuse(refused.No); }
    }

    private IResult Answer(IOutcome outcome) => outcome.Kind switch
    {
        OutcomeKind.Done => Results.Json(outcome.View, Json, statusCode: doneStatus),
        OutcomeKind.Missing => Results.Problem(statusCode: 404, detail: T("This is not here, or not for you to see.")),
        OutcomeKind.Refused => Results.Problem(statusCode: 403, detail: outcome.Problems.Messages[""]),
        OutcomeKind.Stale => Results.Problem(statusCode: 409, detail: T("Someone changed the same fields meanwhile."), extensions: new Dictionary<string, object?> { ["clashes"] = outcome.Clashes }),
        _ => Invalid(outcome.Problems),
    };

    private static IResult Invalid(Problems problems) =>
        Results.ValidationProblem(problems.Messages.ToDictionary(m => JsonNamingPolicy.CamelCase.ConvertName(m.Key), m => new[] { m.Value }), statusCode: 422, title: T("Some fields need another look."));
}
