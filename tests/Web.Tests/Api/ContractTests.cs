using System.Text;
using System.Text.Json.Nodes;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Api;

/// <summary>Made from the description: whatever is sent to whichever act, by whomever, the answer is one that is described.</summary>
public sealed class ContractTests(ITestOutputHelper output)
{
    private readonly List<string> _wrong = [];
    private readonly SortedDictionary<int, int> _answers = [];

    [Theory, OnBoth]
    public async Task Whatever_is_sent_the_answer_is_one_that_is_described(Engine engine)
    {
        var host = await Host.On(engine);
        var (described, floor) = (await Described.OfAsync(host), await Floor.OfAsync(host, 10));
        var sample = new Sample(described, floor);
        // What takes records away comes last, so that the rest finds them.
        foreach (var operation in described.Operations.OrderBy(o => o.Verb is "GET" ? 0 : o.Verb is "DELETE" || o.Path.EndsWith("erasures", StringComparison.Ordinal) ? 2 : 1)) await TryAsync(floor.Admin.Program, described, sample, operation, all: true, withUnreadable: engine is Engine.Sqlite);
        output.WriteLine(string.Join(", ", _answers.Select(a => $"{a.Value} times {a.Key}")));
        Assert.True(_answers.GetValueOrDefault(200) + _answers.GetValueOrDefault(201) > 200);
        foreach (var wrong in _wrong.Distinct()) output.WriteLine(wrong);
        Assert.Empty(_wrong.Distinct());
    }

    [Theory, OnBoth]
    public async Task Someone_of_the_smallest_role_is_answered_as_described_too(Engine engine)
    {
        var host = await Host.On(engine);
        var (described, floor) = (await Described.OfAsync(host), await Floor.OfAsync(host, 10));
        var smallest = await floor.Admin.Tenant.PersonAsync(Role.Staff, "Sam Lee");
        foreach (var operation in described.Operations) await TryAsync(smallest.Program, described, new Sample(described, floor), operation, all: false, withUnreadable: true);
        output.WriteLine(string.Join(", ", _answers.Select(a => $"{a.Value} times {a.Key}")));
        foreach (var wrong in _wrong.Distinct()) output.WriteLine(wrong);
        Assert.Empty(_wrong.Distinct());
    }

    private async Task TryAsync(HttpClient client, Described described, Sample sample, Operation operation, bool all, bool withUnreadable)
    {
        var url = sample.Url(operation);
        if (operation.Verb is "GET")
        {
            await AskAsync(client, described, operation, url, null);
            foreach (var (name, _, _) in operation.Parameters.Where(p => p.In == "query"))
                foreach (var text in all ? Sample.Hostile : Sample.Hostile.Take(3)) await AskAsync(client, described, operation, $"{url}?{name}={text}", null);
            foreach (var query in (string[])["_=1", "nobodyAsked=1", "=", "owner=%00", "a%00=1", "sort=%00", "cf.x=1", "owner.from=x", "after=%00"]) await AskAsync(client, described, operation, $"{url}?{query}", null);
        }
        else
        {
            if (operation.IsUpload) foreach (var (said, form) in sample.Forms()) await AskAsync(client, described, operation, url, form, said);
            // What is told to be wrong before any database is asked is told so once.
            if (withUnreadable) foreach (var body in Sample.Broken) await AskAsync(client, described, operation, url, body);
            var taken = all ? await TakenAsync(client, operation, url, sample.Body(operation)) : sample.Body(operation);
            if (all) foreach (var body in sample.Spoilt(operation, taken, withUnreadable)) await AskAsync(client, described, operation, url, body);
            await AskAsync(client, described, operation, url, taken.ToJsonString());
        }
        if (url != operation.Path)
            foreach (var id in (string[])[$"{Guid.Empty}", $"{Guid.NewGuid()}"]) await AskAsync(client, described, operation, sample.Url(operation, id), operation.Verb is "GET" ? null : sample.Body(operation).ToJsonString());
    }

    // What is told to be wrong is left out until the rest is taken: then one spoilt field is all that is wrong with what is sent next.
    private static async Task<JsonObject> TakenAsync(HttpClient client, Operation operation, string url, JsonObject body)
    {
        for (var left = true; left;)
        {
            using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(operation.Verb), url) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") });
            var said = (int)answer.StatusCode is 422 ? JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!.AsObject().Select(e => e.Key.Split('.', '[')[0]).ToList() : [];
            left = said.Where(body.Remove).ToList() is not [];
        }
        return body;
    }

    private Task AskAsync(HttpClient client, Described described, Operation operation, string url, string? body) =>
        AskAsync(client, described, operation, url, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"), body);

    private async Task AskAsync(HttpClient client, Described described, Operation operation, string url, HttpContent? content, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Verb), url) { Content = content };
        using var answer = await client.SendAsync(request);
        var (status, text) = ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        _answers[status] = _answers.GetValueOrDefault(status) + 1;
        if (described.Wrong(operation, status, answer.Content.Headers.ContentType?.MediaType, text) is { } wrong) _wrong.Add($"{operation} {Short((url.Contains('?') ? url[url.IndexOf('?')..] : ""))} {Short(body)}: {Short(wrong)}");
    }

    private static string Short(string? text) => text is { Length: > 260 } ? text[..260] + "…" : text ?? "";
}
