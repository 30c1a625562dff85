using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
namespace Coxswain.Architecture.Tests;

/// <summary>What holds for every endpoint, whoever adds the next.</summary>
public sealed class EndpointTests
{
    [Fact]
    public async Task Every_endpoint_asks_for_a_permission_or_is_listed_as_open_to_anyone()
    {
        var bare = (await EndpointsAsync()).Where(e => e.Metadata.GetMetadata<Requirement>() is null && e.Metadata.GetMetadata<ForAnyone>() is null).Select(Name);
        Assert.Empty(bare);
    }

    [Fact]
    public async Task Every_change_that_another_site_starts_is_refused()
    {
        var host = await Host.On(Engine.Sqlite);
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Zoe");
        var taken = new List<string>();
        foreach (var endpoint in (await EndpointsAsync()).Where(e => Verb(e) is not "GET" && e.Metadata.GetMetadata<FromOtherSites>() is null))
        {
            var client = admin.Program;
            client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
            var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(Verb(endpoint)), Url(endpoint)));
            if ((int)answer.StatusCode != 403) taken.Add($"{Name(endpoint)} answered {(int)answer.StatusCode}");
        }
        Assert.Empty(taken);
    }

    [Fact]
    public async Task A_role_without_the_permission_is_refused_at_every_endpoint()
    {
        var host = await Host.On(Engine.Sqlite);
        var tenant = await host.TenantAsync();
        var let = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = await tenant.PersonAsync(role, role.ToString());
            foreach (var endpoint in (await EndpointsAsync()).Where(e => e.Metadata.GetOrderedMetadata<Requirement>().Any(r => !role.Allows(r.Permission))))
            {
                var answer = await person.Browser.SendAsync(new HttpRequestMessage(new HttpMethod(Verb(endpoint)), Url(endpoint)));
                if ((int)answer.StatusCode != 403) let.Add($"{role}: {Name(endpoint)} answered {(int)answer.StatusCode}");
            }
        }
        Assert.Empty(let);
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_gets_past_the_door()
    {
        var host = await Host.On(Engine.Sqlite);
        var open = new List<string>();
        foreach (var endpoint in (await EndpointsAsync()).Where(e => e.Metadata.GetMetadata<ForAnyone>() is null))
        {
            var answer = await host.Server.CreateClient().SendAsync(new HttpRequestMessage(new HttpMethod(Verb(endpoint)), Url(endpoint)));
            if ((int)answer.StatusCode is not (302 or 401)) open.Add($"{Name(endpoint)} answered {(int)answer.StatusCode}");
        }
        Assert.Empty(open);
    }

    private static async Task<IReadOnlyList<RouteEndpoint>> EndpointsAsync() =>
        [.. ((IEndpointRouteBuilder)(await Host.On(Engine.Sqlite)).App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    private static string Verb(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";

    private static string Name(RouteEndpoint endpoint) => $"{Verb(endpoint)} {endpoint.RoutePattern.RawText}";

    private static string Url(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : Guid.Empty.ToString()))));
}
