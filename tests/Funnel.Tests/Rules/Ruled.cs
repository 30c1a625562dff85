using System.Collections.Concurrent;
using System.Net;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Rules;

/// <summary>An organisation with a deal to plan and an administrator, on a host whose work in the background waits for the test.</summary>
internal static class Ruled
{
    private static readonly ConcurrentDictionary<Engine, Lazy<Task<Host>>> Hosts = new();

    public static async Task<(Planned Planned, TestViewer Ada)> OnAsync(Engine engine)
    {
        var planned = await Planned.InAsync(await Sales.InAsync(await Hosts.GetOrAdd(engine, e => new(() => Host.ByHandAsync(TestDatabases.MadeAsync(e, "rules")))).Value));
        return (planned, await planned.Sales.Ana.Tenant.PersonAsync(Role.Admin, "Ada Lind"));
    }

    public static Task<HttpResponseMessage> PostAsync(TestViewer by, string where, params (string, string)[] rest) => by.PlainBrowser.PostFormAsync("/settings/rules", [("Where", where), ("Text", "It holds of {name}"), ("Why", "For a reason"), ("Severity", "Watch"), .. rest]);

    /// <summary>Adds a rule and has everything that follows done.</summary>
    public static async Task<string> AddAsync(TestViewer ada, string where, string text, string why, string severity = "Grave", params (string, string)[] rest)
    {
        var added = await ada.PlainBrowser.PostFormAsync("/settings/rules", [("Where", where), ("Text", text), ("Why", why), ("Severity", severity), .. rest]);
        await SaidAsync(added);
        await ada.Tenant.DoDueAsync();
        return added.Headers.Location!.ToString()["/settings/rules/".Length..].Split('?')[0];
    }

    public static async Task SaidAsync(HttpResponseMessage answer) => Assert.True(answer.StatusCode is HttpStatusCode.SeeOther, $"{(int)answer.StatusCode} {WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())}");
}
