using System.Text.Json.Nodes;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Steps;
using Coxswain.Customers.Capture;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Service;
using Coxswain.Customers.Service.Cases;
using Coxswain.Customers.Service.Credit;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Webhooks;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests.Api;

/// <summary>Records for acts to be reached with: those of the floor, those planted here for one act, and whatever else stands in a table.</summary>
internal sealed class ReachedRecords(Floor floor)
{
    private static readonly Dictionary<string, string> Tables = new() { ["service-keys"] = "api_keys", ["shares"] = "share", ["role-limits"] = "field_rules", ["lines"] = "opportunity_lines", ["evidence"] = "stage_evidence", ["judgements"] = "plan_judgements", ["strengths"] = "plan_strengths", ["looks"] = "plan_looks", ["agreements"] = "deal_agreements", ["merges"] = "record_merges", ["rates"] = "exchange_rates", ["views"] = "saved_views" };
    private readonly Dictionary<string, Guid> _planted = [];
    private TestViewer? _ben;

    private TestTenant Tenant => floor.Admin.Tenant;

    private DateTime Now => Tenant.Host.Clock.GetUtcNow().UtcDateTime;

    private DateOnly LastMonth => DateOnly.FromDateTime(Now).AddMonths(-1);

    public async Task PlantAsync()
    {
        _ben = await Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await PlantCustomersAsync();
        await PlantServiceAsync();
        await PlantHelpAsync();
        await PlantWorkAsync();
        await PlantProgramsAsync();
        await PlantNegotiationAsync();
        await PlantOddsAsync();
        await PlantSeatsAsync();
        foreach (var (name, list, called) in ((string, string, string)[])[("product", "products", "Product 0"), ("stage", "stages", "Propose")]) _planted[name] = Called(await Programs.GetAsync(floor.Admin.Program, $"/api/v1/{list}"), called)!.Value;
        // The first of two.
        _planted["POST /custom-fields/{id}/arrangements"] = await Tenant.InDb(db => db.Rows<CustomField>().Where(f => f.Key == "account").Select(f => f.Id).SingleAsync());
    }

    private async Task PlantCustomersAsync()
    {
        Account Quay(string name) => new() { Name = name, OwnerId = floor.Admin.Id };
        var (one, two) = (Quay("Lock and Quay"), Quay("Lock & Quay"));
        var lead = new Lead { Name = "Lea Ruud", OwnerId = floor.Admin.Id, CameOn = LastMonth, Status = LeadStatus.New };
        var contact = new Contact { Name = "Petra Brandt", OwnerId = floor.Admin.Id };
        await Tenant.SaveAsync(one, two, lead, contact);
        var profile = (await Programs.SendAsync(floor.Admin.Program, "POST", "/api/v1/customer-profile", new { fitsFrom = 60, criteria = new[] { new { text = "They act", weight = 100 } } })).Body!;
        _planted["criterion"] = Guid.Parse((string)profile["editions"]![0]!["criteria"]![0]!["id"]!);
        (_planted["one"], _planted["two"], _planted["POST /contacts/{id}/erasures"]) = (one.Id, two.Id, contact.Id);
        foreach (var act in (string[])["erasures", "data-exports", "closures", "reopenings"]) _planted[$"POST /leads/{{id}}/{act}"] = lead.Id;
        _planted["steps"] = await Tenant.InDb(db => db.Rows<AccountStep>().Where(s => s.Class == AccountClass.Strategic).Select(s => s.Id).FirstAsync());
        foreach (var (act, step) in new[] { "POST /processes/{id}/steps/{step}", "DELETE /processes/{id}/steps/{step}", "POST /processes/{id}/steps/{step}/arrangements" }.Zip(floor.ProcessSteps)) _planted[$"step of {act}"] = step;
        _planted["beside"] = await Tenant.InDb(db => db.Rows<MapPerson>().Where(p => p.Id != floor.MapPerson).Select(p => p.Id).FirstAsync());
    }

    private async Task PlantServiceAsync()
    {
        Tip Waiting() => new() { AccountId = floor.Account, Heard = "Two cranes", HeardOn = LastMonth, OwnerId = floor.Admin.Id, ToId = floor.Admin.Id, State = TipState.Waiting };
        var (refused, removed) = (Waiting(), Waiting());
        await Tenant.SaveAsync(refused, removed, new ServiceCase { AccountId = floor.Account, Subject = "A jam", OwnerId = _ben!.Id, OpenedOn = LastMonth, SolvedOn = LastMonth, Rating = CaseRating.Good, RatedOn = LastMonth, RatedById = Guid.Empty });
        (_planted["POST /tips/{id}/refusals"], _planted["DELETE /tips/{id}"], _planted["POST /tips/{id}/restorations"]) = (refused.Id, removed.Id, removed.Id);
        _planted["POST /tip-disputes/{id}/settlements"] = await Tenant.InDb(db => db.Rows<TipDispute>().Where(d => d.RaisedById == floor.Manager.Id && d.Settlement == null).Select(d => d.Id).FirstAsync());
    }

    // Help that the administrator is asked for, and a deal they work on.
    private async Task PlantHelpAsync()
    {
        await Programs.SendAsync(floor.Admin.Program, "POST", "/api/v1/sharing-settings", new { isOn = true });
        await Programs.SendAsync((await Tenant.PersonAsync(Role.Leader, "Lea Brandt")).Program, "POST", "/api/v1/charter/journey", new { steps = "Asks\nBuys", goal = 1000, goalBy = "2031-01-01", sales = floor.Admin.Id, marketing = floor.Manager.Id });
        await Tenant.SaveAsync(new Share { Kind = "opportunity", RowId = floor.Deal, PersonId = floor.Admin.Id, Level = AccessLevel.Edit });
        foreach (var act in (string[])["acceptances", "refusals", "releases"])
            _planted[$"POST /requests/{{id}}/{act}"] = Guid.Parse((string)(await Programs.SendAsync(floor.Manager.Program, "POST", "/api/v1/requests", new { what = "Two pallets", personId = floor.Admin.Id })).Body!["id"]!);
        await Programs.SendAsync(floor.Admin.Program, "POST", $"/api/v1/requests/{_planted["POST /requests/{id}/releases"]}/acceptances", new { });
    }

    // Jobs and deliveries, in one transaction, so that nobody takes them up before they are what they are to be.
    private async Task PlantWorkAsync()
    {
        var (now, later) = (Now, Now.AddMinutes(30));
        var told = await Tenant.InDb(db => db.Rows<Event>().AsNoTracking().OrderBy(e => e.Id).FirstAsync());
        Job Waits() => new() { Kind = FetchFeed.JobKind, SubjectId = Guid.NewGuid(), AskedById = floor.Admin.Id, AskedAt = now, NextTryAt = later };
        Delivery Parked() => new() { Reaction = WebhookReaction.Known, EventId = told.Id, EventKind = told.Kind, SubjectId = Guid.NewGuid(), SubjectVersion = 1, Place = 1, NextTryAt = later };
        var (failed, waits, retried, omitted) = (Waits(), Waits(), Parked(), Parked());
        await Tenant.InDb(db => db.InOneTransactionAsync(async () =>
        {
            db.AddRange(failed, waits, retried, omitted);
            await db.SaveChangesAsync();
            await db.Rows<Job>().Where(j => j.Id == waits.Id).ExecuteUpdateAsync(s => s.SetProperty(j => j.Attempts, 1));
            await db.Rows<Job>().Where(j => j.Id == failed.Id).ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Failed));
            return await db.Rows<Delivery>().Where(d => d.Id == retried.Id || d.Id == omitted.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.ParkedAt, now));
        }, default));
        (_planted["POST /jobs/{id}/retries"], _planted["POST /jobs/{id}/cancellations"]) = (failed.Id, waits.Id);
        (_planted["POST /deliveries/{id}/retries"], _planted["POST /deliveries/{id}/omissions"]) = (retried.Id, omitted.Id);
    }

    // Who reads where we walk away is decided by whose deal it is.
    private async Task PlantNegotiationAsync()
    {
        async Task<Guid?> SentAsync(string path, object body) => (await Programs.SendAsync(floor.Admin.Program, "POST", $"/api/v1/opportunities{path}", body)).Body?["id"] is JsonValue id ? Guid.Parse((string)id!) : null;
        var deal = (await SentAsync("", new { name = "Own gates" }))!.Value;
        await SentAsync($"/{deal}/walk-away", new { conditions = "They want the yard" });
        foreach (var act in (string[])["POST /opportunities/{id}/walk-away/readers", "DELETE /opportunities/{id}/walk-away/readers/{person}"]) _planted[act] = deal;
        // A change that is answered is not answered again.
        foreach (var act in (string[])["acceptances", "refusals", "restorations"])
            _planted[$"POST /debrief-changes/{{id}}/{act}"] = Guid.Parse((string)(await Programs.SendAsync(floor.Admin.Program, "POST", $"/api/v1/opportunities/{deal}/debriefs", new { step = "Other", stepText = "They call back" })).Body!["changes"]![0]!["id"]!);
        // Only a question has an answer.
        var meeting = (await SentAsync($"/{deal}/meetings", new { reason = "They asked", on = "2031-01-02" }))!.Value;
        _planted["PATCH /meeting-lines/{id}"] = Guid.Parse((string)(await Programs.SendAsync(floor.Admin.Program, "POST", $"/api/v1/meeting-plans/{meeting}/lines", new { kind = "New", text = "Since when?" })).Body!["lines"]![0]!["id"]!);
        // The latest share is then one that no general act takes back.
        var shown = new Share { Kind = "account", RowId = floor.Account, PersonId = floor.Manager.Id, Level = AccessLevel.Read };
        await Tenant.SaveAsync(shown);
        _planted["DELETE /shares/{id}"] = shown.Id;
        _planted["POST /concessions/{id}/grants"] = (await SentAsync($"/{deal}/concessions", new { give = "A second yard" }))!.Value;
    }

    // A disagreement of the administrator's own, with a gesture and a rung, beside those that are made and taken away.
    private async Task PlantOddsAsync()
    {
        async Task<Guid> SentAsync(string path, object body) => Guid.Parse((string)(await Programs.SendAsync(floor.Admin.Program, "POST", $"/api/v1{path}", body)).Body!["id"]!);
        var sheet = await SentAsync("/disagreements", new { issue = "Who loads first", name = "The foreman" });
        await SentAsync($"/disagreements/{sheet}/gestures", new { rung = "coffee" });
        await SentAsync($"/disagreements/{sheet}/rungs", new { gesture = "A walk", size = 2 });
        var read = await Programs.GetAsync(floor.Admin.Program, $"/api/v1/disagreements/{sheet}");
        (_planted["gesture"], _planted["rung"]) = (Guid.Parse((string)read["gestures"]![0]!["id"]!), Guid.Parse((string)read["ladder"]!.AsArray().Single(r => (bool)r!["isOwn"]!)!["key"]!));
        foreach (var act in (string[])["POST /disagreements/{id}/gestures/{gesture}/responses", "DELETE /disagreements/{id}/gestures/{gesture}", "DELETE /disagreements/{id}/rungs/{rung}", "DELETE /disagreements/{id}/mediator"]) _planted[act] = sheet;
        (_planted["first"], _planted["second"]) = (await Tenant.TeamAsync("Quay"), await Tenant.TeamAsync("Yard"));
    }

    // A board that decides, whoever sits in it, a talk, and a look back, of a deal of their own.
    private async Task PlantSeatsAsync()
    {
        async Task<Guid> SentAsync(string path, object body) => Guid.Parse((string)(await Programs.SendAsync(floor.Admin.Program, "POST", $"/api/v1/opportunities{path}", body)).Body!["id"]!);
        var account = new Account { Name = "Seat yard", OwnerId = floor.Admin.Id };
        await Tenant.SaveAsync(account);
        var (sits, stands) = (new Contact { Name = "Mina Roth", OwnerId = floor.Admin.Id, AccountId = account.Id }, new Contact { Name = "Tore Lund", OwnerId = floor.Admin.Id, AccountId = account.Id });
        await Tenant.SaveAsync(sits, stands);
        var deal = await SentAsync("", new { name = "Seats", accountId = account.Id });
        _planted["body"] = await SentAsync($"/{deal}/plan/people", new { placeholder = "Managing board", part = "Approver", isBody = true });
        _planted["seat"] = await SentAsync($"/{deal}/plan/seats", new { body = _planted["body"], contact = sits.Id });
        _planted["stands"] = stands.Id;
        _planted["talk"] = await SentAsync($"/{deal}/talks", new { kind = "Call", minutes = 20, listened = 12 });
        foreach (var act in (string[])["POST /opportunities/{id}/plan/seats", "DELETE /opportunities/{id}/plan/seats/{place}", "POST /opportunities/{id}/talks/{talk}/levels"]) _planted[act] = deal;
        _planted["POST /deal-reviews/{id}/criteria"] = await SentAsync($"/{deal}/reviews", new { won = new[] { "case" } });
    }

    private async Task PlantProgramsAsync()
    {
        var hook = Guid.Parse((string)(await Programs.SendAsync(floor.Admin.Program, "POST", "/api/v1/webhooks", new { name = "Yard", url = "https://yard.halma.example/in", kinds = new[] { "signal.*" } })).Body!["id"]!);
        var sent = new WebhookSending { WebhookId = hook, EventId = Guid.Empty, EventKind = "webhook.test", SubjectKind = "webhook", SubjectId = hook, QueuedAt = Now, NextTryAt = Now, State = SendingState.Failed, EndedAt = Now };
        await Tenant.SaveAsync(sent);
        _planted["POST /webhook-sendings/{id}/replays"] = sent.Id;
        // Only a person makes keys: a program that got hold of one could keep the way in.
        var program = (string)(await Programs.SendAsync(floor.Admin.Program, "POST", "/api/v1/service-accounts", new { name = "Loader", role = "Seller" })).Body!["id"]!;
        Assert.True((await floor.Admin.PlainBrowser.PostFormAsync($"/settings/api/accounts/{program}/keys", ("Name", "Loader"))).IsSuccessStatusCode);
    }

    // The key of what has this name, wherever it stands in an answer.
    private static Guid? Called(JsonNode? answer, string name) => answer switch
    {
        JsonObject fields when (string?)(fields["name"] as JsonValue) == name && fields["id"] is JsonValue id => Guid.Parse((string)id!),
        JsonObject fields => fields.Select(f => Called(f.Value, name)).FirstOrDefault(f => f is not null),
        JsonArray items => items.Select(i => Called(i, name)).FirstOrDefault(f => f is not null),
        _ => null,
    };

    /// <summary>The record one act is reached with; null where any does.</summary>
    public string? Given(string act, string under) => under switch
    {
        "roles" => "Seller",
        "kinds" => "account",
        "objects" => "berths",
        "metrics" => "win_rate",
        "rules" => "opponent",
        "gestures" => $"{_planted["gesture"]}",
        "rungs" => $"{_planted["rung"]}",
        "seats" => $"{_planted["seat"]}",
        "talks" => $"{_planted["talk"]}",
        "readers" => $"{_ben!.Id}",
        "steps" when act.Contains("/processes/", StringComparison.Ordinal) => $"{_planted[$"step of {act}"]}",
        "shares" when act.Contains("{kind}", StringComparison.Ordinal) => "account",
        "{kind}" => $"{floor.Account}",
        _ => _planted.TryGetValue(act, out var id) ? $"{id}" : null,
    };

    /// <summary>Keys in what is sent.</summary>
    public IEnumerable<(string Name, JsonNode Value)> FieldsOf(string act) => act switch
    {
        "POST /duplicates" => [("kind", "account"), ("of", $"{_planted["one"]}"), ("other", $"{_planted["two"]}")],
        "POST /service/payouts" => [("month", $"{LastMonth:yyyy-MM-dd}")],
        "POST /accounts/{id}/members" or "POST /shares/{kind}/{id}" => [("personId", $"{_ben!.Id}")],
        "POST /opportunities/{id}/walk-away/readers" => [("person", $"{_ben!.Id}")],
        "POST /turf-cases" => [("firstTeamId", $"{_planted["first"]}"), ("secondTeamId", $"{_planted["second"]}"), ("ownerId", $"{floor.Admin.Id}")],
        "POST /disagreements/{id}/mediator" => [("mediator", $"{_ben!.Id}")],
        "POST /opportunities/{id}/plan/seats" => [("body", $"{_planted["body"]}"), ("contact", $"{_planted["stands"]}")],
        "POST /map-people/{id}/ties" => [("toId", $"{_planted["beside"]}")],
        _ => [],
    };

    /// <summary>The one of the floor; null where it has none.</summary>
    public string? KeyOf(string name) => (name switch
    {
        "accounts" or "accountId" or "account" => floor.Account,
        "contacts" or "contactId" => floor.Contact,
        "opportunities" or "opportunityId" or "dealId" or "deal" or "aboutId" => floor.Deal,
        "tasks" => floor.Task,
        "signals" => floor.Signal,
        "leads" => floor.Lead,
        "map-people" or "person" => floor.MapPerson,
        "plan-items" => floor.PlanItem,
        "price-lists" or "priceList" => floor.PriceList,
        "processes" or "process" => floor.Process,
        "surveys" => floor.Survey,
        "records" => floor.Record,
        "forecast" or "personId" or "ownerId" or "heirId" or "managerId" => floor.Manager.Id,
        _ => _planted.TryGetValue(name, out var planted) ? planted : (Guid?)null,
    })?.ToString();

    /// <summary>The latest of a table, by the name it has in addresses.</summary>
    public Task<string> FindAsync(string under) => Tenant.InDb(async db =>
    {
        var name = Tables.GetValueOrDefault(under) ?? under.Replace('-', '_');
        if (!db.Model.GetEntityTypes().Any(t => t.ClrType.IsSubclassOf(typeof(Entity)) && t.GetTableName() == name)) return $"none-called-{under}";
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT id FROM \"{name}\" WHERE tenant_id = {Tenant.Id} ORDER BY id DESC LIMIT 1";
        return await command.ExecuteScalarAsync() switch { byte[] bytes => $"{new Guid(bytes, bigEndian: true)}", Guid id => $"{id}", _ => $"none-in-{name}" };
    });
}
