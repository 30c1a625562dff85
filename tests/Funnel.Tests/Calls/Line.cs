using System.Net;
using System.Text;
using System.Text.Json;
using Coxswain.Funnel.Opportunities;
using Coxswain.People.Teams;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Calls;

/// <summary>A line: Lea leads all, Max leads North with Ana and Ben in it, Eva leads South with Carl.</summary>
internal sealed record Line(TestTenant Tenant, TestViewer Lea, TestViewer Max, TestViewer Eva, TestViewer Ana, TestViewer Ben, TestViewer Carl, Guid North, Sales Sales)
{
    /// <summary>The quarter the clock of the tests stands in.</summary>
    public const string Period = "2026-Q3";

    public static async Task<Line> OnAsync(Engine engine, bool told = true)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var (lea, max, eva) = (await tenant.PersonAsync(Role.Leader, "Lea Roth"), await tenant.PersonAsync(Role.Manager, "Max Weber"), await tenant.PersonAsync(Role.Manager, "Eva Lund"));
        var top = await tenant.TeamAsync("Sales", lea);
        var (north, south) = (await tenant.TeamAsync("North", max, top), await tenant.TeamAsync("South", eva, top));
        var (ana, ben, carl) = (await tenant.PersonAsync(Role.Seller, "Ana Okafor", north), await tenant.PersonAsync(Role.Seller, "Ben Ito", north), await tenant.PersonAsync(Role.Seller, "Carl Ek", south));
        var stages = Funnel.Stages.DefaultStages.Make();
        await tenant.SaveAsync([.. stages]);
        if (told) await tenant.SaveAsync(new Telling { ById = lea.Id, At = tenant.Host.Clock.GetUtcNow().UtcDateTime });
        return new Line(tenant, lea, max, eva, ana, ben, carl, north, new Sales(ana, stages));
    }

    /// <summary>A deal whose whole past is its present.</summary>
    public Task<Opportunity> DealAsync(TestViewer owner, string stage, long? amount, DateOnly? closeOn, string name = "Yard planning") => Sales.DealAsync(name, owner, stage, amount, closeOn);

    public static Task<HttpResponseMessage> CallAsync(TestViewer who, TestViewer on, string commit, string? best = null, string? because = null, string period = Period) =>
        who.PlainBrowser.PostFormAsync($"/forecast/{on.Id}/calls", ("Period", period), ("Commit", commit), ("BestCase", best ?? ""), ("Because", because ?? ""), ("_culture", "en"));

    public static Task<HttpResponseMessage> AimAsync(TestViewer who, TestViewer on, string target, string? team = null, string? since = null, string? why = null, string period = Period) =>
        who.PlainBrowser.PostFormAsync($"/forecast/{on.Id}/targets", ("Period", period), ("Target", target), ("Team", team ?? ""), ("Since", since ?? ""), ("Why", why ?? ""), ("_culture", "en"));

    public static async Task<JsonElement> ReadAsync(TestViewer who, TestViewer on, string more = "") => JsonDocument.Parse(await who.Program.PageAsync($"/api/forecast/{on.Id}?period={Period}{more}")).RootElement;

    public static async Task<HttpStatusCode> StatusAsync(TestViewer who, string url) => (await who.Program.GetAsync(url)).StatusCode;

    public static async Task<string> RefusalAsync(Task<HttpResponseMessage> asked, HttpStatusCode status = HttpStatusCode.UnprocessableEntity)
    {
        var answer = await asked;
        Assert.Equal(status, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
