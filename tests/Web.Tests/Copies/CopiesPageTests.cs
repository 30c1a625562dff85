using System.Net;
using Coxswain.Platform.Access;
using Coxswain.Platform.Copies;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Copies;

public sealed class CopiesPageTests
{
    [Theory, OnBoth]
    public async Task An_administrator_has_a_copy_made_and_sees_when_and_where_and_that_it_is_sound(Engine engine)
    {
        var place = await Prompt.WithPeopleAsync(engine);
        var host = await place.ServeAsync();
        var tenant = host.Tenant(1);
        var zoe = await tenant.PersonAsync(Role.Admin, "Zoe Brandt");
        Assert.Contains("No copy has been made yet.", await zoe.PlainBrowser.GetStringAsync("/settings/copies"));
        Assert.Equal(HttpStatusCode.SeeOther, (await AskAsync(zoe)).StatusCode);
        Assert.Contains("Under way", await zoe.Browser.GetStringAsync("/settings/copies/now"));
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(zoe)).StatusCode);
        await tenant.DoDueAsync();
        var copy = Assert.Single(Directory.GetFiles(place.File("copies")));
        var page = await zoe.PlainBrowser.GetStringAsync("/settings/copies");
        Assert.Contains("and is sound.", page);
        Assert.Contains(Path.GetFileName(copy), page);
        Assert.Contains("cox restore FILE --replace", page);
        Assert.Equal(engine, (await Restore.CheckAsync(copy, default)).Engine);
        File.Delete(copy);
        Assert.Contains("no longer there", await zoe.PlainBrowser.GetStringAsync("/settings/copies"));
        await host.App.DisposeAsync();
    }

    [Theory, OnBoth]
    public async Task A_copy_made_at_the_command_line_is_seen_too_and_an_old_one_is_called_old(Engine engine)
    {
        var place = await Prompt.WithPeopleAsync(engine);
        var copy = await place.BackupAsync();
        new CopyList(new(place.File("files"))).Add(new CopyLine(new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc), copy, new FileInfo(copy).Length, 3, 0));
        var host = await place.ServeAsync();
        var zoe = await host.Tenant(1).PersonAsync(Role.Admin, "Zoe Brandt", culture: "en-GB");
        Assert.Contains("copy.zip", await zoe.PlainBrowser.GetStringAsync("/settings/copies"));
        host.Clock.SetUtcNow(new DateTimeOffset(2030, 1, 20, 0, 0, 0, TimeSpan.Zero));
        Assert.Contains("would be lost with this machine", await zoe.PlainBrowser.GetStringAsync("/settings/copies"));
        await host.App.DisposeAsync();
    }

    private static Task<HttpResponseMessage> AskAsync(TestViewer viewer) => viewer.PlainBrowser.PostAsync("/settings/copies", new FormUrlEncodedContent([]));
}
