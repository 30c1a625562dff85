using Coxswain.Platform.Data;
using Coxswain.Testing;
using Coxswain.Web.Tests.Import;
namespace Coxswain.Web.Tests.Commands;

public sealed class UserTests
{
    [Theory, OnBoth]
    public async Task People_are_added_invited_given_roles_let_go_and_listed(Engine engine)
    {
        var cox = await Prompt.OnAsync(engine);
        await cox.DoAsync("user", "add", "Ana Okafor", "--email", "ana@example.com", "--role", "manager");
        await cox.DoAsync("user", "add", "Ben Ruiz");
        var invited = await cox.DoAsync("user", "invite", "Ana Okafor", "--url", "https://crm.example/");
        Assert.Matches("^https://crm.example/invitations/[0-9]+-[0-9a-f]+\\s*$", invited.Data);
        Assert.Contains("has no password yet", (await cox.CoxAsync("user", "reset", "ana@example.com")).Failure());
        Assert.Contains("e-mail", (await cox.CoxAsync("user", "invite", "Ben Ruiz")).Failure());
        await cox.DoAsync("user", "role", "Ben Ruiz", "support");
        await cox.DoAsync("user", "deactivate", "Ben Ruiz", "--heir", "Ana Okafor");

        var people = (await cox.DoAsync("user", "list", "--json")).Json.EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => (p.GetProperty("role").GetString(), p.GetProperty("isHere").GetBoolean()));
        Assert.Equal((("Manager", true), ("Support", false)), (people["Ana Okafor"], people["Ben Ruiz"]));
        Assert.Contains("Ana Okafor", (await cox.DoAsync("user", "list")).Data);
        Assert.Contains("nobody here is called Ben Ruiz", (await cox.CoxAsync("user", "invite", "Ben Ruiz")).Failure());
    }

    [Theory, OnBoth]
    public async Task Figures_go_by_letters_until_it_is_recorded_that_people_were_told(Engine engine)
    {
        var cox = await Prompt.OnAsync(engine);
        await cox.DoAsync("import", Generated.File("deals.csv", Generated.Header + string.Concat(Enumerable.Range(1, 60).Select(i => $"{i},Deal {i},{(i % 3 == 0 ? "Ana Okafor" : "Ben Ruiz")},{(i % 2 == 0 ? "Won" : "Lost")},2026-01-01,2026-03-15,{i}\n"))), "--yes");
        foreach (var args in (string[][])[["report", "won_count", "--by", "person"], ["report", "won_count", "--by", "person", "--json"], ["brief"], ["brief", "--json"]])
        {
            var said = (await cox.DoAsync(args)).Data;
            foreach (var name in new[] { "Ana", "Okafor", "Ben", "Ruiz" }) Assert.DoesNotContain(name, said);
        }
        var rows = (await cox.DoAsync("report", "won_count", "--by", "person", "--json")).Json.GetProperty("rows");
        Assert.Equal(2, rows.GetArrayLength());
        Assert.All(rows.EnumerateArray(), r => Assert.Matches("\\b[A-Z]$", r.GetProperty("name").GetString()));

        await cox.DoAsync("user", "told");
        var named = (await cox.DoAsync("report", "won_count", "--by", "person")).Data;
        Assert.Contains("Ana Okafor", named);
        Assert.Contains("Ben Ruiz", named);
    }
}
