using System.Text.Json;
using System.Text.Json.Nodes;
using Coxswain.Platform.Access;
using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Coxswain.Web.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Web.Tests;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_description_names_every_endpoint_of_the_api_with_what_it_takes_and_answers()
    {
        var ana = await (await (await Host.On(Engine.Sqlite)).TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        using var document = JsonDocument.Parse(await ana.Program.PageAsync("/api/openapi.json"));
        var paths = document.RootElement.GetProperty("paths");
        var create = paths.GetProperty("/api/v1/accounts").GetProperty("post");
        Assert.True(create.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
        Assert.True(create.GetProperty("responses").GetProperty("422").GetProperty("content").TryGetProperty("application/problem+json", out _));
        var report = paths.GetProperty("/api/v1/metrics/{id}").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString());
        Assert.Contains("asOf", report);
    }

    [Fact]
    public async Task The_page_of_the_api_is_made_from_its_description()
    {
        var document = await (await Host.On(Engine.Sqlite)).Services.GetRequiredService<ApiBook>().DocumentAsync();
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "api.md"));
        Assert.True(page == ApiPage.Write(document), "docs/api.md is behind the code: ./cox api --markdown > docs/api.md");
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_and_an_example_of_what_it_takes_and_answers()
    {
        var document = await (await Host.On(Engine.Sqlite)).Services.GetRequiredService<ApiBook>().DocumentAsync();
        Assert.StartsWith("3.1", (string)document["openapi"]!);
        var described = await Described.OfAsync(await Host.On(Engine.Sqlite));
        Assert.Empty(described.Operations.GroupBy(o => (string?)o.Json["operationId"]).Where(g => g.Count() > 1).Select(g => g.Key));
        var wrong = new List<string>();
        foreach (var operation in described.Operations)
            foreach (var media in new[] { operation.Json["requestBody"]?["content"]?["application/json"], operation.Json["responses"]!.AsObject().First(r => r.Key[0] == '2').Value!["content"]?["application/json"] }.OfType<JsonObject>())
                if (media["example"] is not { } example) wrong.Add($"{operation}: no example");
                else if (described.Misfit(example, media["schema"], "$", 0) is { } misfit) wrong.Add($"{operation}: {misfit}");
        Assert.Empty(wrong);
    }
}
