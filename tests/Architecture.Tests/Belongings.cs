using System.Net.Http.Headers;
using System.Text;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
namespace Coxswain.Architecture.Tests;

/// <summary>An organisation with something of everything, each text of which carries a word that nobody else has.</summary>
/// <param name="Floor">Its people and records.</param>
/// <param name="Ids">One row of each table that has any.</param>
internal sealed record Belongings(Floor Floor, IReadOnlyList<(string Table, Guid Id)> Ids)
{
    public const string Marker = "zanzibar";

    private static readonly string[] Texts = ["name", "title", "hint", "subject", "text", "note", "source", "agenda", "company", "need", "what", "placeholder", "evidence", "scope", "charter", "problem", "help", "heard", "explained", "next_step", "says", "because", "open", "skill_one", "skill_two", "rated_from", "function", "description", "city", "industry", "family", "closed_because", "device", "word", "host", "address", "pattern", "topic", "value", "place", "statement", "so_what", "proof", "reason", "concept", "perspective", "best", "least", "their_word", "our_word", "lesson", "stop_rule", "give", "get", "basis", "learned", "price_answer", "effect_said", "objective", "principles", "behaviours", "steps", "capability", "unit", "claim", "customer", "measure", "before", "after", "issue", "action", "aim", "who", "done_by", "came", "expected", "result", "our_strength", "our_weakness", "opponent", "their_strength", "their_weakness", "counter"];

    public static async Task<Belongings> PlantAsync(Host host)
    {
        var floor = await Floor.OfAsync(host, 10);
        var (manager, admin) = (floor.Manager.PlainBrowser, floor.Admin.PlainBrowser);
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes("Account,City\nPier,Oslo\n")) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        foreach (var made in (HttpResponseMessage[])
        [
            await manager.PostAsync("/import", new MultipartFormDataContent { { file, "Files", "quay.csv" } }),
            await manager.PostFormAsync("/views", ("Name", "Quay view"), ("Kind", "account"), ("Path", "/accounts"), ("Query", "?q=quay"), ("Audience", "All")),
            await manager.PostFormAsync("/me/keys", ("Name", "Quay key")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/lines", ("Quantity", "1"), ("UnitPrice", "5"), ("Product", $"{await AnyAsync(floor, "products")}")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/evidence", ("Text", "Quay figures"), ("Stage", $"{await AnyAsync(floor, "stages")}")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/issues", ("Text", "Quay waits")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/proposals", ("Because", "Quay date")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/meetings", ("Reason", "Quay reason"), ("On", "2031-01-02"), ("Concept", "Quay concept"), ("Best", "Quay best"), ("Place", "Quay place"), ("Credibility", "Transferred"), ("CredibilityNote", "Quay trust")),
            await manager.PostFormAsync($"/meeting-plans/{await AnyAsync(floor, "meeting_plans")}/lines", ("Kind", "Concern"), ("Text", "Quay gift"), ("Proof", "Quay proof")),
            await manager.PostFormAsync($"/meeting-lines/{await AnyAsync(floor, "meeting_lines")}/answers", ("Answer", "Quay answer")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/formation", ("OurStrength", "Quay strength"), ("OurWeakness", "Quay weakness"), ("Opponent", "Quay opponent"), ("TheirStrength", "Quay theirs"), ("TheirWeakness", "Quay their weakness"), ("Counter", "Quay counter")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/agreements", ("Text", "Quay agreement"), ("Rung", "Time"), ("Way", "steps")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/debriefs", ("On", "2026-07-01"), ("Step", "Other"), ("StepText", "Quay step"), ("Heard", "Quay heard")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/plan/looks", ("Before", "8"), ("After", "4"), ("Came", "Quay look")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/plan/actions/new", ("Title", "Quay act"), ("Expected", "Quay sight")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/negotiation", ("ListPrice", "50"), ("PriceAnswer", "Quay price")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/value-items", ("Capability", "Quay gates"), ("Unit", "Quay unit")),
            await admin.PostFormAsync("/settings/sharing", ("IsOn", "true")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/shared", ("Aim", "Quay aim")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/shared-steps", ("Title", "Quay step"), ("Side", "Theirs"), ("Who", "Quay clerk")),
            await SharedAsync(floor, await manager.PostFormAsync($"/opportunities/{floor.Deal}/shared-links", ("Until", "2026-09-01"))),
            await manager.PostFormAsync("/proofs", ("Claim", "Quay claim"), ("Customer", "Quay customer"), ("Measure", "Quay measure"), ("Before", "Quay before"), ("After", "Quay after")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/walk-away", ("Conditions", "Quay end")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/price-anchors", ("Side", "Theirs"), ("Amount", "5"), ("Basis", "Quay budget"), ("Learned", "Quay need")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/concessions", ("Give", "Quay give"), ("Get", "Quay get"), ("Because", "Quay why")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/seen-signs", ("Text", "Quay sign")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/closures", ("End", "Lost")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/reviews", ("TheirWord", "Quay word"), ("OurWord", "Quay view"), ("Lesson", "Quay change")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/moves-back"),
            await admin.PostFormAsync("/settings/ideal-customer", ("Text1", "Quay acts"), ("Weight1", "100"), ("FitsFrom", "60"), ("Because", "Quay learned")),
            await manager.PostFormAsync($"/accounts/{await AnyAsync(floor, "accounts")}/fit/answers", ("Criterion", $"{await AnyAsync(floor, "fit_criteria")}"), ("Said", "Yes"), ("Evidence", "Quay word")),
            await manager.PostFormAsync($"/leads/{floor.Lead}/fit/answers", ("Criterion", $"{await AnyAsync(floor, "fit_criteria")}"), ("Said", "No"), ("Evidence", "Quay silence")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/pursuit/sayings", ("Field", "Status"), ("Value", "3"), ("Evidence", "Quay list")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/pursuit/decisions", ("Choice", "Watch"), ("Reason", "Quay waits"), ("AgainOn", "2026-12-01"), ("StopRule", "Quay shut")),
            await admin.PostFormAsync("/settings/review-codes", ("Kind", "Team"), ("Name", "Quay code")),
            await admin.PostFormAsync("/settings/rules", ("Where", "source = Quay"), ("Text", "Quay rule"), ("Why", "Quay reason"), ("Advice", "Quay advice"), ("TaskTitle", "Quay task")),
            await manager.PostFormAsync("/contracts", ("Name", "Quay contract"), ("AccountId", $"{await AnyAsync(floor, "accounts")}"), ("StartsOn", "2026-01-02"), ("EndsOn", "2031-01-01"), ("Currency", "EUR")),
            await manager.PostFormAsync("/requests", ("What", "Quay help"), ("DealId", $"{floor.Deal}"), ("Kind", "Rescue")),
            await manager.PostFormAsync($"/opportunities/{floor.Deal}/strategy-reads"),
            await manager.PostFormAsync("/disagreements", ("Issue", $"{Marker} matter"), ("Name", $"{Marker} foreman"), ("MyNeed", $"{Marker} need")),
            await manager.PostFormAsync("/experts", ("Topic", "Quay knowledge"), ("Free", "Now")),
            await manager.PostFormAsync($"/contacts/{floor.Contact}/common-ground", ("Kind", "Sport"), ("Text", "Quay rowing"), ("Source", "Quay lunch"), ("Consent", "TheyAgreed")),
            await manager.PostFormAsync("/common-ground", ("Text", "Quay rowing")),
            await manager.PostFormAsync($"/contacts/{floor.Contact}/consents", ("Channel", "Mail"), ("Purpose", "Newsletter"), ("Topic", "Quay news"), ("Ground", "Consent"), ("Evidence", "Quay yes")),
            await manager.PostFormAsync("/suppressions", ("Value", "never@quay.example"), ("Note", "Quay no")),
            await admin.PostFormAsync($"/contacts/{floor.Contact}/data-exports"),
            await admin.PostFormAsync("/settings/privacy/limits", ("What", "silent-contacts"), ("Length", "12")),
            await manager.PostFormAsync($"/accounts/{await AnyAsync(floor, "accounts")}/favours", ("Kind", "Lead"), ("What", "Quay favour")),
            await manager.PostFormAsync("/tips", ("AccountId", $"{await AnyAsync(floor, "accounts")}"), ("Solved", "true"), ("Heard", "Quay heard"), ("Explained", "Quay told"), ("NextStep", "Quay step")),
            await manager.PostFormAsync("/objects/berths", ("Name", "Quay berth")),
            await manager.PostFormAsync("/leads", ("Name", "Quay caller"), ("Company", "Quay yard"), ("Need", "Quay need")),
            await manager.PostFormAsync("/signals", ("AccountId", $"{await AnyAsync(floor, "accounts")}"), ("Kind", "Hiring"), ("Note", "Quay signal"), ("FollowUp", "Quay call")),
            await manager.PostFormAsync($"/accounts/{await AnyAsync(floor, "accounts")}/desk-notes", ("Agenda", "Quay agenda"), ("Difference", "2"), ("Problem", "Quay problem")),
            await manager.PostFormAsync($"/contacts/{floor.Contact}/positions", ("AccountId", $"{await AnyAsync(floor, "accounts")}"), ("Title", "Quay role"), ("To", "2026-01-01")),
            await manager.PostFormAsync($"/accounts/{await AnyAsync(floor, "accounts")}/members", ("PersonId", $"{floor.Admin.Id}"), ("Function", "Quay function")),
            await manager.PostFormAsync($"/forecast/{floor.Manager.Id}/calls", ("Commit", "5"), ("Because", "Quay call")),
            await admin.PostFormAsync($"/forecast/{floor.Admin.Id}/calls", ("Commit", "5")),
            await admin.PostFormAsync("/settings/rates", ("Currency", "USD"), ("Rate", "1.1"), ("On", "2026-01-01")),
            await admin.PostFormAsync("/settings/webhooks", ("Name", "Quay hook"), ("Url", "https://quay.example/hook"), ("Kinds", "account.*")),
            await admin.PostFormAsync("/settings/copies"),
        ])
            if ((int)made.StatusCode >= 400) throw new InvalidOperationException($"{made.RequestMessage!.RequestUri} answered {(int)made.StatusCode}: {await made.Content.ReadAsStringAsync()}");
        await PlantedWebhook.PlantAsync(floor.Admin, "Quay told", 1);
        await MarkAsync(floor);
        var ids = new List<(string, Guid)>();
        foreach (var table in Tables(floor.Manager.Tenant))
            if (table.FindProperty("Id")?.ClrType == typeof(Guid) && await AnyAsync(floor, table.GetTableName()!) is { } id) ids.Add((table.GetTableName()!, id));
        return new Belongings(floor, ids);
    }

    /// <summary>Every row it has, by table.</summary>
    public async Task<Dictionary<string, List<string>>> RowsAsync()
    {
        var rows = new Dictionary<string, List<string>>();
        foreach (var table in Tables(Floor.Manager.Tenant)) rows[table.GetTableName()!] = await AskAsync(Floor.Manager.Tenant, $"SELECT * FROM \"{table.GetTableName()}\" WHERE tenant_id = {Floor.Manager.Tenant.Id}");
        return rows;
    }

    /// <summary>Rows of others that point at a row of this organisation.</summary>
    public async Task<List<string>> PointedAtAsync(TestTenant others)
    {
        var found = new List<string>();
        var ids = string.Join(", ", Ids.Select(i => $"x'{Convert.ToHexString(i.Id.ToByteArray(true))}'"));
        foreach (var table in Tables(others))
            foreach (var column in table.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid)).Select(p => p.GetColumnName()))
                if (await AskAsync(others, $"SELECT {column} FROM \"{table.GetTableName()}\" WHERE tenant_id = {others.Id} AND {column} IN ({ids})") is { Count: > 0 } rows) found.Add($"{rows.Count} of {table.GetTableName()}.{column}");
        return found;
    }

    // Whoever has the link ticks and says something.
    private static async Task<HttpResponseMessage> SharedAsync(Floor floor, HttpResponseMessage made)
    {
        var link = System.Text.RegularExpressions.Regex.Match(await made.Content.ReadAsStringAsync(), "/shared/[0-9]+-[A-Za-z0-9_-]{43}").Value;
        var (customer, step) = (floor.Manager.Tenant.Host.Server.CreateClient(), await AnyAsync(floor, "shared_steps"));
        customer.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        await customer.GetAsync(link);
        await customer.PostFormAsync($"{link}/words", ("Step", $"{step}"), ("Name", "Quay buyer"), ("Text", "Quay words"));
        return await customer.PostFormAsync($"{link}/ticks", ("Done", $"{step}"), ("Name", "Quay buyer"));
    }

    private static async Task MarkAsync(Floor floor)
    {
        foreach (var table in Tables(floor.Manager.Tenant))
            foreach (var column in table.GetProperties().Where(p => p.ClrType == typeof(string) && Texts.Contains(p.GetColumnName())).Select(p => p.GetColumnName()))
                await AskAsync(floor.Manager.Tenant, $"UPDATE \"{table.GetTableName()}\" SET {column} = coalesce({column}, '') || ' {Marker}' WHERE tenant_id = {floor.Manager.Tenant.Id}");
    }

    private static async Task<Guid?> AnyAsync(Floor floor, string table) =>
        await AskAsync(floor.Manager.Tenant, $"SELECT id FROM \"{table}\" WHERE tenant_id = {floor.Manager.Tenant.Id} ORDER BY id LIMIT 1") is [var id] ? new Guid(Convert.FromHexString(id), true) : null;

    private static IReadOnlyList<IEntityType> Tables(TestTenant tenant) => tenant.InDb(db => Task.FromResult<IReadOnlyList<IEntityType>>([.. db.Model.GetEntityTypes().Where(t => Distribution.IsTenants(t) && t.GetTableName() is not null).DistinctBy(t => t.GetTableName())])).Result;

    private static Task<List<string>> AskAsync(TestTenant tenant, string sql) => tenant.InDb(async db =>
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(i)}")));
        return rows;
    });
}
