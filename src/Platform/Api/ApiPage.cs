using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
namespace Coxswain.Platform.Api;

/// <summary>The description as one page of Markdown: docs/api.md.</summary>
public static class ApiPage
{
    private const string Introduction = """
        # JSON interface

        Everything under `/api/v1` answers JSON over the same acts as the pages, so a rule holds on both. This page is made from the
        description at `/api/v1/openapi.json` (OpenAPI 3.1, with an example of everything): `./cox api --markdown > docs/api.md`; a test
        holds it to that. In a browser it is at `/api/docs`, where what only reads can be tried.

        - **Version.** Within v1 addresses, fields and parameters are added, never taken away or given another meaning. An address without a version (`/api/accounts`) leads to v1.
        - **Who asks.** A program sends a key as `Authorization: Bearer cox_…`. A person makes keys under My settings; an administrator makes accounts for programs, with a role and without a sign-in, under Settings, Programs and API. A key may do what its owner may, less what its scopes leave out (`customers`, `funnel`, `people`, `settings`, each `:read` or `:write`), until it runs out or is revoked. A signed-in browser may ask too.
        - **Names** are camelCase; days are `2026-07-24`, instants UTC in ISO 8601. Money is minor units with a currency beside it: `18400000` and `"EUR"` are 184,000 euro. **Unknown** is `null`, never 0.
        - **A field or parameter you misspelt** is refused by name, with those there are; nothing is changed.
        - **Changes** carry the `version` you read: other people's changes to other fields are merged, to the same fields answered with 409 and both values under `clashes`. With `If-Match: "3"` (the `ETag` of a record) a change goes through on that version only, else 412.
        - **Once.** With an `Idempotency-Key` of your own a change is done once, however often it is sent: the answer is the same for a day (one that tells a secret is told once, and 409 after that); the same key with something else is 422. Keys are known for 90 days. Uploads take none.
        - **Lists** take `limit` (50, at most 1,000), `after` (the `next` of the page before), `sort`, and any column as a filter: a value, `none` for unknown, `from..to` for numbers and days. `count` stops at 1,000.
        - **What changed** since a moment: `?changedSince=2026-07-24T09:00:00Z` on accounts, contacts, leads, opportunities, interactions, tasks, signals, tips and service cases. The first page names under `gone` what to forget, and under `until` what to ask from next time, a minute early: what was being saved meanwhile comes twice rather than never. Gone are records the caller saw that are there no more, and those it may read no longer because they were given to somebody else, moved to another record or shown to it no longer; who was erased is named to everybody who reads that kind. What goes out of sight without a change of its own is not named: a role, a team, the account above it. Read the whole list after those, and once a month. Deals that ended come too, without `all`. A record that lost the name of somebody erased comes as changed.
        - **Batches.** `POST /api/v1/batch` takes up to 1,000 items (`method`, `path`, `body`, and `idempotencyKey` or `ifMatch`) and answers each as it would alone; with `allOrNone` one that fails undoes all.
        - **Pace.** A key may ask 1,200 times a minute unless an administrator says otherwise; `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` say where it stands, `Retry-After` with a 429 when to go on. An item of a batch counts as one; what is answered 429 is not counted. It is counted in each process for itself.
        - **Files** are sent as a form in parts to `/api/v1/attachments` (`AccountId`, `ContactId`, `LeadId` or `DealId`, and `Files`) and read at `/api/v1/attachments/{id}`.

        Every refusal is `application/problem+json`: 400 cannot be read, 401 nobody is signed in, 403 not for your role or your key, 404 not here or not for you to see (the two are not told apart), 409 a clash,
        412 another version, 413 too much at once, 422 fields need another look (`errors` by field), 429 too often, 503 the database is away.

        ## Webhooks

        An administrator adds them under Settings, Webhooks, or at `/api/v1/webhooks`; before that nothing leaves the machine. A message is a POST of
        `{"type":"account.changed","timestamp":…,"data":{"kind","id","version","actorId","fields":[…],"record":{…}}}`: the record as the webhook's owner
        sees it when it is sent, `null` where it is there no more; what the owner may not see is not told. `webhook-id`, `webhook-timestamp` and
        `webhook-signature` (`v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`, with the bytes behind `whsec_`) prove where it comes from.
        Any 2xx within ten seconds takes it; else it is tried again after 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours. Messages of one record may
        come twice and, after a failure, in another order: go by `version`. After three days without success, or on 410, the webhook is stopped and says so. The log of 30
        days holds what became of each message, and sends any of them again. Redirects are not followed; internal addresses and plain http are refused unless the administrator
        says for this webhook that it is on the own network.

        ## Tools for assistants

        At `/mcp` an assistant that speaks the Model Context Protocol (streamable HTTP, no session) finds tools, once an administrator has switched them on: `search`, `read_account`,
        `read_contact`, `read_opportunity`, `list_records`, `timeline`, `log_interaction`, `create_task`, `set_next_step`. It sends a key, and may what the key may. Nothing removes, closes or erases.

        ## Figures

        `GET /api/v1/metrics` lists every figure with formula, date rule, unit and minimum count. `GET /api/v1/metrics/{id}?by=person&from=2026-01-01&to=2026-06-30`
        answers `{"metric","version","from","to","asOf","of","total":{…},"rows":[{"key","name",…}]}`. `by=field&field=route` splits by a choice or a link of your own on
        deals, `field=account.class` by one on their accounts; a deal with several answers is in the row of each. `of=margin` takes a number, an amount or a formula of your
        own in place of the amount. A field that is hidden from you is none of these. People are named as on the page: by letters until they were told.

        ## Everything there is

        """;

    public static string Write(JsonObject document)
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var group in ApiBook.Operations(document).GroupBy(ShowDocs.GroupOf).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {group.Key}\n\n| | | takes | permission |\n|---|---|---|---|\n");
            foreach (var (path, verb, operation) in group) page.Append(CultureInfo.InvariantCulture, $"| `{verb} {path[ApiAddress.Root.Length..]}` | {operation["summary"]} | {Takes(operation, document)} | {string.Join(", ", (operation["x-permissions"]?.AsArray() ?? []).Select(p => p!.GetValue<string>()))} |\n");
        }
        return page.ToString();
    }

    private static string Takes(JsonObject operation, JsonObject document)
    {
        var fields = (operation["parameters"]?.AsArray() ?? []).Where(p => p!["in"]!.GetValue<string>() is "query").Select(p => p!["name"]!.GetValue<string>())
            .Concat((new ApiExamples(document).Resolved(operation["requestBody"]?["content"]?["application/json"]?["schema"])?["properties"]?.AsObject() ?? []).Select(f => f.Key).Where(f => f is not ("sent" or "id" or "line" or "step")));
        return string.Join(" ", fields.Select(f => $"`{f}`"));
    }
}
