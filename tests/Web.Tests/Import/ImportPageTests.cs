using System.Net;
using System.Text;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Import;

public sealed class ImportPageTests
{
    [Theory, OnBoth]
    public async Task Dropped_files_are_shown_as_a_plan_then_imported_compared_corrected_and_taken_back(Engine engine)
    {
        var leader = await (await Generated.TenantAsync(engine)).PersonAsync(Role.Leader, "Lena Vogt");
        var page = await DropAsync(leader, Generated.Header + "1,Cranes,Ana,Won,2026-01-01,2026-03-15,250\n2,Ropes,Ana,Lost,2026-01-01,2026-02-31,0\n3,Hulls,Ana,Engaging,2026-01-01,,\n4,Masts,Ana,Won,2026-01-01,2026-03-16,250\n");
        Assert.Contains("deal_stage", await leader.PlainBrowser.PageAsync(page));

        await leader.PlainBrowser.PostFormAsync($"{page}/plan", ("Then", "start"), ("CreatePeople", "true"), ("CreateStages", "true"));
        var done = await leader.EndAsync(page);
        Assert.Contains("rows-to-correct.csv", done);
        Assert.Contains("2026-02-31", await leader.PlainBrowser.PageAsync($"{page}/rows-to-correct.csv?file=0"));
        Assert.Contains("Cranes", await leader.PlainBrowser.PageAsync("/opportunities?all=1"));

        Assert.Equal(HttpStatusCode.SeeOther, (await leader.PlainBrowser.PostFormAsync($"{page}/undos")).StatusCode);
        await leader.EndAsync(page);
        Assert.DoesNotContain("Cranes", await leader.PlainBrowser.PageAsync("/opportunities?all=1"));
    }

    [Theory, OnBoth]
    public async Task Who_may_not_import_and_who_is_of_another_tenant_find_nothing(Engine engine)
    {
        var leader = await (await Generated.TenantAsync(engine)).PersonAsync(Role.Leader, "Lena Vogt");
        var page = await DropAsync(leader, Generated.Header + "1,Cranes,Ana,Won,2026-01-01,2026-03-15,250\n");
        var seller = await leader.Tenant.PersonAsync(Role.Seller, "Ana Okafor");
        var stranger = await (await Generated.TenantAsync(engine)).PersonAsync(Role.Leader, "Someone else");
        Assert.Equal(HttpStatusCode.Forbidden, (await seller.PlainBrowser.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync($"{page}/rows-to-correct.csv?file=0")).StatusCode);
    }

    private static Task<string> DropAsync(TestViewer who, string text) => who.DropAsync("deals.csv", Encoding.UTF8.GetBytes(text));
}
