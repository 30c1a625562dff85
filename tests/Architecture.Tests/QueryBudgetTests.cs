using System.Net;
using System.Text;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
namespace Coxswain.Architecture.Tests;

/// <summary>What a page asks of the database does not grow with what is in it, whoever adds the next page.</summary>
public sealed class QueryBudgetTests(ITestOutputHelper output)
{
    // Both are more than a page of a list holds: one that goes on is counted, one that ends there is not.
    private const int Few = 60, Many = 300, Most = 12;

    [Theory, OnBoth]
    public async Task Every_page_sends_as_many_statements_for_few_records_as_for_many_and_never_more_than_its_budget(Engine engine)
    {
        var host = await Host.On(engine);
        var (few, many) = (await WalkAsync(host, Few), await WalkAsync(host, Many));
        foreach (var (page, statements) in many.OrderByDescending(p => p.Value.Count)) output.WriteLine($"{statements.Count,3}  {page}");
        Assert.True(many.Count > 35, $"Only {many.Count} pages were walked.");
        Assert.Empty(many.Where(p => p.Value.Count != few[p.Key].Count).Select(p => $"{p.Key}: {few[p.Key].Count} statements for {Few} records, {p.Value.Count} for {Many}:\n{Repeated(p.Value)}"));
        Assert.Empty(many.Where(p => p.Value.Count > Most).Select(p => $"{p.Key} sends {p.Value.Count} statements:\n{string.Join("\n", p.Value)}"));
    }

    [Theory, OnBoth]
    public async Task No_page_holds_a_thread_while_the_database_answers(Engine engine) =>
        Assert.Empty((await WalkAsync(await Host.On(engine), Few)).SelectMany(p => p.Value.Where(s => s.StartsWith(QueryCounter.Held, StringComparison.Ordinal)).Select(s => $"{p.Key}: {s}")));

    private static async Task<Dictionary<string, IReadOnlyList<string>>> WalkAsync(Host host, int size)
    {
        var floor = await Floor.OfAsync(host, size);
        var (import, hook) = (await DropAsync(floor.Manager, size), await PlantedWebhook.PlantAsync(floor.Admin, "Quay", size));
        // Many rows came at once, as with an import, after which the engine is told.
        await floor.Admin.Tenant.InDb((db, _) => PlannerStatistics.RefreshAsync(db, default));
        var walked = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var endpoint in Pages(host))
        {
            var who = endpoint.Metadata.GetOrderedMetadata<Requirement>().All(r => Role.Manager.Allows(r.Permission)) ? floor.Manager : floor.Admin;
            var url = Url(endpoint, floor, import, hook);
            await LookAsync(who, url);
            walked[endpoint.RoutePattern.RawText!] = await host.Queries.CountAsync(() => LookAsync(who, url));
        }
        return walked;
    }

    // The people of these tests are named in a header and have no sign-in to add a second factor to.
    private static IEnumerable<RouteEndpoint> Pages(Host host) => ((IEndpointRouteBuilder)host.App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ActMetadata>() is { IsApi: false } && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is ["GET"] && e.Metadata.GetMetadata<ForAnyone>() is null && e.RoutePattern.RawText is not "/me/second-factor");

    private static async Task LookAsync(TestViewer who, string url)
    {
        var answer = await who.PlainBrowser.GetAsync(url);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{url} answered {(int)answer.StatusCode}.");
    }

    private static string Url(RouteEndpoint endpoint, Floor floor, Guid import, Guid hook)
    {
        var path = endpoint.RoutePattern.PathSegments.Select(s => s.Parts[0] switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "key" } => "berths",
            RoutePatternParameterPart { Name: "kind" } => "account",
            RoutePatternParameterPart { Name: "rule" } => "opponent",
            RoutePatternParameterPart { Name: "role" } => nameof(Role.Seller),
            _ => One().ToString(),
        });
        return "/" + string.Join('/', path) + "?q=quay&end=Won";

        Guid One() => endpoint.RoutePattern.RawText!.StartsWith("/settings/processes/", StringComparison.Ordinal) ? floor.Process : ((RoutePatternLiteralPart)endpoint.RoutePattern.PathSegments[0].Parts[0]).Content switch
        {
            "accounts" or "shares" => floor.Account,
            "contacts" => floor.Contact,
            "opportunities" => floor.Deal,
            "tasks" => floor.Task,
            "signals" => floor.Signal,
            "leads" => floor.Lead,
            "records" => floor.Record,
            "map-people" => floor.MapPerson,
            "forecast" => floor.Manager.Id,
            "plan-items" => floor.PlanItem,
            "settings" => floor.PriceList,
            "duplicates" => floor.Pair,
            "requests" => floor.Request,
            "disagreements" => floor.Worksheet,
            "contracts" => floor.Contract,
            "feeds" => floor.Captured.Feed,
            "captured" => floor.Captured.Filed,
            "waiting" => floor.Captured.Sender,
            "service" => floor.Survey,
            "import" => import,
            "webhooks" => hook,
            var other => throw new InvalidOperationException($"Which record is one of {other}? Say it here."),
        };
    }

    private static async Task<Guid> DropAsync(TestViewer who, int rows)
    {
        var text = "Account,City\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"Pier {i},Oslo\n"));
        var answer = await who.PlainBrowser.PostAsync("/import", new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Files", "accounts.csv" } });
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[2]);
    }

    private static string Repeated(IEnumerable<string> statements) => string.Join("\n", statements.GroupBy(s => s).Where(g => g.Count() > 1).Select(g => $"{g.Count()} × {g.Key}"));
}
