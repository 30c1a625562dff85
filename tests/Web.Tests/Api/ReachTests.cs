using System.Net;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Api;

public sealed class ReachTests(ITestOutputHelper output)
{
    // An act that what its description shows does not reach, with its reason.
    private static readonly Dictionary<string, string> NotReached = new()
    {
        ["POST /charter/journey"] = "is written by a leader, and an administrator is none",
        ["POST /charter"] = "is written by a leader, and an administrator is none",
        ["POST /me/sessions/{id}/end"] = "ends what a browser began by signing in, which no program does",
    };

    [Theory, OnBoth]
    public async Task Every_act_is_reached_with_success_by_what_its_description_shows(Engine engine)
    {
        var host = await Host.On(engine);
        var (described, floor) = (await Described.OfAsync(host), await Floor.OfAsync(host, 10));
        var reaching = new Reaching(described, floor);
        await reaching.WalkAsync();
        foreach (var (act, answers) in reaching.Answers) output.WriteLine($"{act}: {string.Join(", ", answers.GroupBy(a => a / 100).Select(g => $"{g.Key}xx"))}");
        var never = reaching.Answers.Where(a => !a.Value.Any(s => s < 400)).Select(a => a.Key).ToList();
        foreach (var act in never.Except(NotReached.Keys)) output.WriteLine(reaching.Said(act));
        Assert.Empty(never.Except(NotReached.Keys));
        var listedInVain = NotReached.Keys.Except(never);
        Assert.Empty(listedInVain);
        Assert.Empty(reaching.Wrong);
    }

    [Theory, OnBoth]
    public async Task A_form_that_cannot_be_read_is_not_said_to_be_too_much(Engine engine)
    {
        var admin = await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Admin, "Ines Castro");
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.Program.PostAsync("/api/v1/attachments", new MultipartFormDataContent())).StatusCode);
        var heads = new MultipartFormDataContent { { new StringContent("x"), new string('n', 20_000) } };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await admin.Program.PostAsync("/api/v1/attachments", heads)).StatusCode);
    }
}
