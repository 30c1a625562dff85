using System.Text;
using System.Text.Json.Nodes;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Api;

/// <summary>
/// Sends to each act what its description shows, with keys of records that are there, and counts what each answered. What makes records goes
/// first and what takes them away last.
/// </summary>
internal sealed class Reaching(Described described, Floor floor)
{
    private const string Shown = "0199a2f0-7c1e-7b52-9d3a-5f60c1a2b3c4";
    private const string Earlier = """{"later":false}""";
    private const int MostTries = 12, Taking = 7;

    // What a good request says where no example can know it: names of what stands here, and values out of a few. Null leaves a field out.
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["POST /batch"] = """{"items":[{"method":"POST","path":"/tasks","body":{"title":"Ring them"}}]}""",
        ["POST /forecast/{id}/calls"] = """{"period":"2026-Q3","commit":1000,"bestCase":1500,"currency":null,"because":"Two are signed"}""",
        ["POST /forecast/{id}/targets"] = """{"period":"2026-Q3","team":null,"target":2000,"currency":null,"since":null,"why":"Two accounts came over"}""",
        ["POST /rules"] = """{"where":"amount >= 1000","severity":"Watch","taskDays":2,"ownerToId":null,"setField":null,"setTo":null,"tells":null,"tellsId":null,"webhookId":null}""",
        ["POST /rules/{rule}"] = """{"where":null,"taskDays":2,"ownerToId":null,"setField":null,"setTo":null,"tells":null,"tellsId":null,"webhookId":null}""",
        ["POST /customer-profile"] = """{"fitsFrom":60,"because":"Those who act were won","criteria":[{"text":"They act on what they decide","weight":100}]}""",
        ["POST /opportunities/{id}/pursuit/sayings"] = """{"field":"Status","value":3,"unknown":false,"on":null}""",
        ["POST /opportunities/{id}/pursuit/decisions"] = """{"choice":"Watch","againOn":"2026-12-01"}""",
        ["POST /disagreements"] = """{"personId":null,"teamId":null,"since":null,"timesAWeek":3,"isStructural":false,"isAbility":false,"isBadFaith":false}""",
        ["POST /disagreements/{id}"] = """{"personId":null,"teamId":null,"since":null,"timesAWeek":3,"isStructural":false,"isAbility":false,"isBadFaith":false}""",
        ["POST /disagreements/{id}/gestures"] = """{"rung":"coffee","on":null}""",
        ["POST /disagreements/{id}/gestures/{gesture}/responses"] = """{"response":"Toward","respondedOn":null}""",
        ["POST /disagreements/{id}/rungs"] = """{"size":2}""",
        ["POST /turf-cases"] = """{"since":null,"state":null}""",
        ["POST /webhooks"] = """{"url":"https://hooks.halma.example/in","isInner":false}""",
        ["POST /privacy/limits"] = """{"what":"import-files"}""",
        ["POST /rates"] = """{"currency":"USD"}""",
        ["POST /leads"] = """{"name":"Karl Vogt","email":"karl@vogt.example","phone":null,"company":"Vogt","unlessKnown":false}""",
        ["POST /suppressions"] = """{"value":"nobody@halma.example"}""",
        ["POST /roles/{role}/limits"] = """{"field":"account/City"}""",
        ["POST /roles/{role}/kinds/{kind}"] = """{"see":"Team","change":"Own"}""",
        ["POST /contacts/{id}/job-changes"] = """{"accountId":null,"account":"Quay 1"}""",
        ["POST /contracts"] = """{"account":"Quay 1","accountId":null,"dealId":null,"startsOn":"2026-02-01","endsOn":"2031-01-31","renewsMonths":12,"noticeDays":30,"currency":"EUR"}""",
        ["PATCH /contracts/{id}"] = """{"startsOn":"2026-02-01","endsOn":"2031-01-31","renewsMonths":12,"noticeDays":30,"currency":"EUR"}""",
        ["POST /contracts/{id}/notices"] = """{"on":null,"endsOn":"2031-01-31"}""",
        ["POST /opportunities/{id}/closures"] = """{"end":"won","evidence":null,"shows":null,"reason":null}""",
        ["POST /opportunities/{id}/lines"] = """{"unitPrice":100}""",
        ["POST /opportunities/{id}/plan"] = """{"contact":null,"placeholder":null,"gain":null,"dueOn":null}""",
        ["POST /opportunities/{id}/plan/judgements"] = """{"field":"Feeling","person":null,"topic":null,"value":7,"who":null,"on":null,"unknown":false}""",
        ["POST /opportunities/{id}/plan/looks"] = """{"before":3,"said":null,"after":5,"nextOn":null}""",
        ["POST /opportunities/{id}/plan/people"] = """{"person":null,"contact":null,"called":null,"placeholder":"The works council","part":"Evaluator"}""",
        ["POST /opportunities/{id}/plan/objective"] = """{"quantity":3,"amount":null,"on":"2031-01-01","because":"They asked for more"}""",
        ["POST /opportunities/{id}/plan/strengths"] = """{"kind":"WhatWeSell","person":null}""",
        ["POST /opportunities/{id}/plan/actions"] = """{"dueOn":null,"aimsAt":null,"owner":null,"person":null}""",
        ["POST /opportunities/{id}/agreements"] = """{"rung":"Time","by":null,"way":null,"dueOn":null,"kept":null}""", ["PATCH /agreements/{id}"] = """{"by":null,"way":null,"dueOn":null}""",
        ["POST /opportunities/{id}/debriefs"] = """{"plan":null,"step":"Nothing","stepText":null,"stepOn":null,"stances":null,"wants":null,"gained":null,"gain":null,"picture":null,"pictured":null,"pictureText":null,"newContact":null,"newRole":null,"newPart":null,"confirmed":null,"confirmedBy":null}""", ["PATCH /meeting-lines/{id}"] = """{"soWhat":null,"proof":null,"proofId":null}""",
        ["POST /plan-settings"] = """{"judgementDays":45}""",
        ["POST /sharing-settings"] = """{"isOn":true}""",
        ["PATCH /opportunities/{id}/shared"] = """{"wantedOn":null}""",
        ["POST /opportunities/{id}/shared-steps"] = """{"side":"Theirs","for":null,"gate":null,"dueOn":null}""", ["PATCH /shared-steps/{id}"] = """{"side":"Theirs","for":null,"gate":null,"dueOn":null}""",
        ["POST /opportunities/{id}/shared-links"] = """{"until":null}""",
        ["POST /price-lists/{id}"] = """{"name":"List of today","to":null}""",
        // A stage that binds would hold the deal that others are reached with.
        ["POST /stages"] = """{"isBinding":null}""", ["PATCH /stages/{id}"] = """{"isBinding":null}""",
        ["POST /opportunities/{id}/moves"] = """{"evidence":null,"shows":null,"reason":null,"on":null}""",
        ["POST /closing-needs"] = """{"role":"Seller","ways":["steps"]}""",
        ["POST /deal-reviews/{id}/criteria"] = """{"criterion":"case","strength":"Clear"}""",
        ["POST /opportunities/{id}/talks/{talk}/levels"] = """{"level":"Product","evidence":"We showed the list"}""",
        ["POST /opportunities/{id}/reviews"] = """{"won":["case"],"inhibitors":null,"first":null,"team":null}""",
        // A step that binds would do so too.
        ["POST /processes/{id}/steps"] = """{"isBinding":null}""", ["POST /processes/{id}/steps/{step}"] = """{"isBinding":null}""", ["POST /processes/{id}"] = """{"fromAmount":null,"industry":null}""",
        ["POST /processes/lessons/due"] = """{"months":3}""",
        ["POST /processes/{id}/steps/{step}/arrangements"] = Earlier,
        ["POST /processes"] = """{"name":"Large","fromAmount":null,"industry":null}""",
        // It was made last and stands at the end.
        ["POST /account-steps/{id}/arrangements"] = Earlier, ["POST /custom-objects/{id}/arrangements"] = Earlier, ["POST /stages/{id}/arrangements"] = Earlier,
        ["POST /duplicates/{id}/merges"] = """{"keepVersion":null,"otherVersion":null,"take":null}""",
    };

    private readonly Dictionary<string, string> _made = [];
    private readonly SortedDictionary<string, SortedSet<int>> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _said = [];
    private readonly ReachedRecords _records = new(floor);

    /// <summary>Which answers each act gave.</summary>
    public IReadOnlyDictionary<string, SortedSet<int>> Answers => _answers;

    /// <summary>Answers that are not as described, and faults.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    private readonly List<string> _wrong = [];

    /// <summary>What was sent to an act last, and what it answered.</summary>
    public string Said(string act) => _said.GetValueOrDefault(act, "");

    public async Task WalkAsync()
    {
        await _records.PlantAsync();
        foreach (var operation in described.Operations.OrderBy(Rank)) await ReachAsync(operation);
    }

    /// <summary>As the tests name it: without what all addresses begin with.</summary>
    public static string Name(Operation act) => $"{act.Verb} {act.Path["/api/v1".Length..]}";

    private static int Rank(Operation act) => (act.Verb, act.Path.Split('/')[^1]) switch
    {
        ("GET", _) => 2,
        (_, "closures" or "refusals" or "distinctions" or "replays") => 4,
        (_, "reviews") when act.Path.Contains("/opportunities/", StringComparison.Ordinal) => 5,
        (_, "lessons") when act.Path.Contains("/deal-reviews/", StringComparison.Ordinal) => 6,
        // These need what others of the same address have done.
        (_, "doubts" or "conversions" or "reopenings" or "amount-from-lines" or "settlements" or "stops") => 5,
        (_, "merges" or "resumptions") => 6,
        ("DELETE", _) => Taking,
        (_, "restorations" or "undos") => Taking + 1,
        (_, "erasures" or "departures" or "ends" or "closings" or "retirements" or "searches") => Taking + 2,
        (_, "returns") => Taking + 3,
        _ => act.Path.Contains('{') ? 3 : 1,
    };

    private async Task ReachAsync(Operation act)
    {
        var (url, body, name) = (await UrlAsync(act), act.Verb is "GET" ? null : Body(act), Name(act));
        var all = _answers[name] = [];
        for (var tries = 0; tries < MostTries; tries++)
        {
            using var request = new HttpRequestMessage(new HttpMethod(act.Verb), url) { Content = act.IsUpload ? Sample.FormOf("offer.txt", $"{floor.Account}") : body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
            using var answer = await floor.Admin.Program.SendAsync(request);
            var (status, text) = ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
            all.Add(status);
            _said[name] = $"{url} {body?.ToJsonString()} → {status} {(text.Length > 300 ? text[..300] : text)}";
            if (described.Wrong(act, status, answer.Content.Headers.ContentType?.MediaType, text) is { } wrong) _wrong.Add($"{name}: {wrong}");
            if (status is 200 or 201) Keep(act, text);
            // What is told to be wrong is left out, until the rest is taken.
            if (status is not 422 || body is null || JsonNode.Parse(text)?["errors"] is not JsonObject errors || errors.Select(e => e.Key.Split('.', '[')[0]).Where(body.Remove).ToList() is []) return;
        }
    }

    private void Keep(Operation act, string answer)
    {
        if (act.Verb is "POST" && !act.Path.Contains('{') && JsonNode.Parse(answer) is JsonObject made && (made["id"] ?? made["record"]?["id"]) is JsonValue id) _made.TryAdd(act.Path.Split('/')[3], $"{id}");
    }

    private JsonObject Body(Operation act)
    {
        var body = (act.Json["requestBody"]?["content"]?["application/json"]?["example"] as JsonObject ?? []).DeepClone().AsObject();
        // The version is that of another moment, and a key of another system would make it locked.
        foreach (var field in act.Parameters.Where(p => p.In == "path").Select(p => p.Name).Concat(["version", "sourceId"])) body.Remove(field);
        foreach (var (name, _) in body.Where(f => f.Value is JsonValue v && v.TryGetValue<string>(out var text) && text == Shown).ToList())
            if (_records.KeyOf(name) is { } key) body[name] = key;
            else body.Remove(name);
        foreach (var (name, value) in Fields.TryGetValue(Name(act), out var own) ? JsonNode.Parse(own)!.AsObject() : [])
            if (value is null) body.Remove(name);
            else body[name] = value.DeepClone();
        foreach (var (name, value) in _records.FieldsOf(Name(act))) body[name] = value;
        return body;
    }

    private async Task<string> UrlAsync(Operation act)
    {
        var (parts, url) = (act.Path.Split('/'), act.Path);
        foreach (var (name, _, _) in act.Parameters.Where(p => p.In == "path"))
        {
            var under = parts[Array.IndexOf(parts, $"{{{name}}}") - 1];
            var mine = Rank(act) >= Taking && !act.Path.Contains("/lines/", StringComparison.Ordinal) && !act.Path.Contains("/evidence/", StringComparison.Ordinal) && !act.Path.Contains("/steps/", StringComparison.Ordinal) && !act.Path.Contains("/plan/", StringComparison.Ordinal) && _made.TryGetValue(under, out var fresh) ? fresh : null;
            url = url.Replace($"{{{name}}}", _records.Given(Name(act), under) ?? mine ?? _records.KeyOf(under) ?? _made.GetValueOrDefault(under) ?? await _records.FindAsync(under), StringComparison.Ordinal);
        }
        return url + (act.Verb is "GET" && Name(act) is "GET /attachments" ? $"?accountId={floor.Account}" : "");
    }
}
