using System.Collections.Concurrent;
using System.Net.Http.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
namespace Coxswain.Architecture.Tests;

/// <summary>Two organisations in one installation: every endpoint is asked by somebody of the one with the ids of the other's rows.</summary>
public sealed class NeighbourTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Somebody_of_another_organisation_sees_and_changes_nothing_at_any_endpoint()
    {
        var host = await Host.ByHandAsync(TestDatabases.MadeAsync(Engine.Sqlite, "neighbours"));
        var (theirs, mine) = (await Belongings.PlantAsync(host), await Floor.OfAsync(host, 10));
        var people = new Dictionary<Role, TestViewer>();
        foreach (var role in Enum.GetValues<Role>()) people[role] = await mine.Admin.Tenant.PersonAsync(role, $"Curious {role}");
        var before = await theirs.RowsAsync();
        var (asked, shown) = (0, new ConcurrentBag<string>());
        // Endpoints are asked beside each other: one after another they keep one processor busy and the others idle.
        await Parallel.ForEachAsync(((IEndpointRouteBuilder)host.App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>(), TestContext.Current.CancellationToken, async (endpoint, ct) =>
        {
            var who = people[Enum.GetValues<Role>().First(role => endpoint.Metadata.GetOrderedMetadata<Requirement>().All(r => role.Allows(r.Permission)))];
            foreach (var (table, at, id) in Ways(endpoint, theirs, mine))
            {
                Interlocked.Increment(ref asked);
                var answer = await who.PlainBrowser.SendAsync(Ask(endpoint, at, id), ct);
                var what = $"{who.Viewer.Role}: {Verb(endpoint)} {endpoint.RoutePattern.RawText} with the id of one of {table}";
                if ((int)answer.StatusCode >= 500) shown.Add($"{what} answered {(int)answer.StatusCode}");
                if ((await answer.Content.ReadAsStringAsync(ct)).Contains(Belongings.Marker, StringComparison.OrdinalIgnoreCase)) shown.Add($"{what} shows something of theirs");
            }
        });
        output.WriteLine($"{asked} requests with ids of rows of {theirs.Ids.Count} tables: {string.Join(", ", theirs.Ids.Select(i => i.Table))}");
        Assert.True(asked > 1_000 && theirs.Ids.Count > 15, $"Only {asked} requests with ids of {theirs.Ids.Count} tables.");
        Assert.Empty(shown);
        var after = await theirs.RowsAsync();
        Assert.Empty(before.Keys.Where(t => !before[t].SequenceEqual(after[t])).Select(t => $"{t} was changed from outside"));
        Assert.Empty(await theirs.PointedAtAsync(mine.Admin.Tenant));
        await host.App.DisposeAsync();
    }

    [Fact]
    public async Task The_word_that_is_looked_for_is_shown_to_its_own_people()
    {
        var host = await Host.ByHandAsync(TestDatabases.MadeAsync(Engine.Sqlite, "owners"));
        var theirs = await Belongings.PlantAsync(host);
        foreach (var page in (string[])["/accounts", "/contacts", "/opportunities", "/search?q=quay", $"/accounts/{theirs.Floor.Account}", $"/tasks/{theirs.Floor.Task}", "/import", "/settings/products"])
            Assert.Contains(Belongings.Marker, await (page.StartsWith("/settings", StringComparison.Ordinal) ? theirs.Floor.Admin : theirs.Floor.Manager).PlainBrowser.PageAsync(page));
        await host.App.DisposeAsync();
    }

    // Their row in the address and in the form, and theirs in the form of a row that is one's own.
    private static IEnumerable<(string Table, Guid At, Guid Id)> Ways(RouteEndpoint endpoint, Belongings theirs, Floor mine)
    {
        var inAddress = endpoint.RoutePattern.Parameters.Count > 0;
        var inForm = endpoint.Metadata.GetMetadata<ActMetadata>()?.InputType?.GetProperties().Any(p => p.Name != "Id" && Held(p.PropertyType) == typeof(Guid)) is true;
        if (!inAddress && !inForm) return [("nothing", Guid.Empty, Guid.Empty)];
        var all = theirs.Ids.Select(i => (i.Table, At: i.Id, i.Id));
        return inAddress && inForm && Own(endpoint, mine) is { } own ? all.Concat(theirs.Ids.Select(i => (i.Table, own, i.Id))) : all;
    }

    private static Guid? Own(RouteEndpoint endpoint, Floor mine) => endpoint.RoutePattern.PathSegments.SelectMany(s => s.Parts).OfType<RoutePatternLiteralPart>().First(p => p.Content is not "api").Content switch
    {
        "accounts" => mine.Account,
        "contacts" => mine.Contact,
        "opportunities" => mine.Deal,
        "tasks" => mine.Task,
        "map-people" => mine.MapPerson,
        "plan-items" => mine.PlanItem,
        _ => null,
    };

    private static HttpRequestMessage Ask(RouteEndpoint endpoint, Guid at, Guid id)
    {
        var act = endpoint.Metadata.GetMetadata<ActMetadata>();
        var fields = act?.InputType?.GetProperties().Where(p => p.CanWrite).Select(p => (p.Name, Value: ValueOf(Held(p.PropertyType), id))).Where(f => f.Value is not null).ToDictionary(f => f.Name, f => f.Value!) ?? [];
        var query = Verb(endpoint) is "GET" ? $"?q=quay&end=Won&{string.Join('&', fields.Select(f => $"{f.Key}={f.Value}"))}" : "";
        var ask = new HttpRequestMessage(new HttpMethod(Verb(endpoint)), Url(endpoint, at, id) + query);
        if (query.Length == 0) ask.Content = act is { IsApi: true } ? JsonContent.Create(fields.ToDictionary(f => char.ToLowerInvariant(f.Key[0]) + f.Key[1..], f => f.Value)) : new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Key, $"{f.Value}")));
        return ask;
    }

    private static string Url(RouteEndpoint endpoint, Guid at, Guid id) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p is RoutePatternLiteralPart literal ? literal.Content : $"{(p is RoutePatternParameterPart { Name: "id" } ? at : id)}"))));

    private static Type Held(Type type) => type.IsArray ? type.GetElementType()! : Nullable.GetUnderlyingType(type) ?? (type.IsGenericType && type.GenericTypeArguments.Length == 1 ? type.GenericTypeArguments[0] : type);

    private static object? ValueOf(Type type, Guid id) =>
        type == typeof(Guid) ? id
        : type == typeof(bool) ? true
        : type == typeof(string) ? "Kelp"
        : type == typeof(DateOnly) ? "2026-07-24"
        : type == typeof(TimeOnly) ? "14:30:00"
        : type == typeof(int) || type == typeof(long) || type == typeof(decimal) ? 1
        : type.IsEnum ? Enum.GetNames(type)[^1]
        : null;

    private static string Verb(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
}
