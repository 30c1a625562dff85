using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_description_names_every_endpoint_of_the_api_with_what_it_takes_and_answers()
    {
        var ana = await (await (await Host.On(Engine.Sqlite)).TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        using var document = JsonDocument.Parse(await ana.Program.PageAsync("/api/openapi.json"));
        var paths = document.RootElement.GetProperty("paths");
        var create = paths.GetProperty("/api/accounts").GetProperty("post");
        Assert.True(create.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
        Assert.True(create.GetProperty("responses").GetProperty("422").GetProperty("content").TryGetProperty("application/problem+json", out _));
        var report = paths.GetProperty("/api/metrics/{id}").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString());
        Assert.Contains("asOf", report);
    }
}
