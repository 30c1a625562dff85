using System.Text.Json;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>A plan grows by one question at a time, until everything it asks is known or somebody said that nobody knows.</summary>
public sealed class QuestionTests
{
    // More than a plan of three people can have.
    private const int Most = 80;

    [Theory, OnBoth]
    public async Task Whoever_answers_each_question_as_it_comes_ends_with_everything_known(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync(("Contact", $"{planned.Petra.Id}"), ("Gain", "A quieter yard"));
        var asked = new List<string>();
        while (await QuestionAsync(planned) is { } question && asked.Count < Most)
        {
            asked.Add(question.GetProperty("code").GetString()!);
            await AnswerAsync(planned, question);
        }
        Assert.Equal(asked.Count, asked.Distinct().Count());
        var scores = (await ReadAsync(planned)).GetProperty("scores");
        Assert.Equal(1, scores.GetProperty("knowledge").GetDouble());
        // Three people with six each, four parts, four other ways and what is to be won.
        Assert.Equal(27, scores.GetProperty("asked").GetInt32());
        foreach (var kind in (string[])["influence", "result", "concept", "stance", "wants", "seen"]) Assert.Contains(asked, a => a.StartsWith($"{kind}:", StringComparison.Ordinal));
        foreach (var kind in (string[])["finance", "urgency", "risk", "feeling"]) Assert.Contains(kind, asked);
    }

    [Theory, OnBoth]
    public async Task What_nobody_knows_is_not_asked_again_at_once_and_stays_unknown(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync(("Contact", $"{planned.Petra.Id}"));
        var question = (await QuestionAsync(planned))!.Value;
        var petra = question.GetProperty("personId").GetGuid();
        Assert.Equal($"gain:{petra}", question.GetProperty("code").GetString());
        await planned.SayAsync("Gain", petra, ("Unknown", "true"));
        Assert.NotEqual($"gain:{petra}", (await QuestionAsync(planned))!.Value.GetProperty("code").GetString());
        var known = (await ReadAsync(planned)).GetProperty("scores").GetProperty("knowledge").GetDouble();
        await planned.SayAsync("Gain", petra, ("Text", "A quieter yard"));
        Assert.True((await ReadAsync(planned)).GetProperty("scores").GetProperty("knowledge").GetDouble() > known);
    }

    [Theory, OnBoth]
    public async Task Whoever_says_that_nobody_knows_comes_to_the_end_of_the_questions_too(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync(("Contact", $"{planned.Petra.Id}"), ("Gain", "A quieter yard"));
        await planned.NameAsync(planned.Okan, "Guide");
        var asked = new List<string>();
        while (await QuestionAsync(planned) is { } question && asked.Count < Most)
        {
            var code = question.GetProperty("code").GetString()!;
            asked.Add(code);
            Guid? who = question.GetProperty("personId") is { ValueKind: JsonValueKind.String } id ? id.GetGuid() : code.Split(':') is [_, var last] && Guid.TryParse(last, out var named) ? named : null;
            if (code == "other") foreach (var way in (string[])["supplier", "money", "nothing", "inside"]) await planned.SayAsync("Likelihood", null, ("Topic", way), ("Unknown", "true"));
            else if (code.Split(':') is ["seen", var topic]) await planned.SayAsync("Seen", null, ("Topic", topic), ("Unknown", "true"));
            else if (code.Split(':') is ["guide", var test, _]) await planned.SayAsync(test, who, ("Unknown", "true"));
            else if (code.Split(':') is ["stance" or "wants" or "gain" or "result" or "concept" or "influence", _]) await planned.SayAsync(code.Split(':')[0] switch { "wants" => "Receptiveness", var field => $"{Enum.Parse<PlanField>(field, true)}" }, who, ("Unknown", "true"));
            else if (code is "feeling" or "risk" or "finance" or "urgency") await planned.SayAsync($"{Enum.Parse<PlanField>(code, true)}", null, ("Unknown", "true"));
            else await AnswerAsync(planned, question);
        }
        Assert.Equal(asked.Count, asked.Distinct().Count());
        Assert.InRange((await ReadAsync(planned)).GetProperty("scores").GetProperty("knowledge").GetDouble(), 0.01, 0.5);
    }

    private static async Task AnswerAsync(Planned planned, JsonElement question)
    {
        var code = question.GetProperty("code").GetString()!.Split(':');
        Guid? Who() => code.Length > 1 && Guid.TryParse(code[^1], out var id) ? id : null;
        switch (code[0])
        {
            case "gain" or "result" or "concept": await planned.SayAsync(question.GetProperty("typed").GetString()!, Who(), ("Text", "Fewer waits on Mondays")); break;
            case "stance": await planned.SayAsync("Stance", Who(), ("Value", "3"), ("Text", "Asked for a date")); break;
            case "wants": await planned.SayAsync("Receptiveness", Who(), ("Value", "2"), ("Text", "Loses a shift a week")); break;
            case "influence": await planned.SayAsync("Influence", Who(), ("Value", "2")); break;
            case "guide": if (code.Length == 1) await planned.NameAsync(planned.Petra, "Guide"); else await planned.SayAsync(code[1], Who(), ("Value", "1")); break;
            case "evaluator": await planned.NameAsync(planned.Okan, "Evaluator"); break;
            case "user": await planned.NameAsync(planned.Femke, "User"); break;
            case "other": await planned.SayAsync("Likelihood", null, ("Topic", "nothing"), ("Value", "3")); break;
            case "seen": await planned.SayAsync("Seen", null, ("Topic", code[1]), ("Value", "3")); break;
            case "feeling" or "risk" or "finance" or "urgency": await planned.SayAsync($"{Enum.Parse<PlanField>(code[0], true)}", null, ("Value", "3")); break;
            case "step": await planned.Ana.PostFormAsync($"{planned.Url}/next-steps", ("Title", "Walk the yard"), ("DueOn", $"{planned.Today.AddDays(3):yyyy-MM-dd}")); break;
            case "objective": await planned.Ana.PostFormAsync($"{planned.Plan}/objective", ("What", "Yard planning"), ("On", $"{planned.Today.AddDays(60):yyyy-MM-dd}")); break;
            default: Assert.Fail($"No answer to {question.GetProperty("text").GetString()} ({code[0]})"); break;
        }
    }

    private static async Task<JsonElement?> QuestionAsync(Planned planned) => (await ReadAsync(planned)).GetProperty("question") is { ValueKind: JsonValueKind.Object } question ? question : null;

    private static async Task<JsonElement> ReadAsync(Planned planned) => JsonDocument.Parse(await planned.Sales.Ana.Program.PageAsync($"/api{planned.Plan}")).RootElement;
}
