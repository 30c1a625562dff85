using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Api;

public sealed class CostTests(ITestOutputHelper output)
{
    [Theory, OnBoth]
    public async Task A_list_costs_a_program_no_more_than_its_page_costs_a_person(Engine engine)
    {
        var host = await Host.On(engine);
        var floor = await Floor.OfAsync(host, 50);
        var dearer = new List<string>();
        foreach (var list in (string[])["accounts", "contacts", "leads", "opportunities", "signals", "tasks?show=mine"])
        {
            var (page, data) = (await LookAsync(host, floor.Manager.PlainBrowser, $"/{list}"), await LookAsync(host, floor.Manager.Program, $"/api/v1/{list}"));
            output.WriteLine($"{list}: page {page.Statements} statements, {page.Bytes:N0} bytes; API {data.Statements} statements, {data.Bytes:N0} bytes");
            if (data.Statements > page.Statements || data.Bytes > page.Bytes) dearer.Add(list);
        }
        Assert.Empty(dearer);
    }

    private static async Task<(int Statements, int Bytes)> LookAsync(Host host, HttpClient client, string url)
    {
        await client.GetStringAsync(url);
        var bytes = 0;
        var statements = await host.Queries.CountAsync(async () => bytes = (await client.GetByteArrayAsync(url)).Length);
        return (statements.Count, bytes);
    }
}
