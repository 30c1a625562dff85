using Coxswain.Platform.Access;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

public sealed class GroupTests(Site site)
{
    [Fact]
    public async Task The_line_under_a_groups_head_spans_its_table_and_further_rows_are_one_press_away()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Leader, Screen.Desktop);
        await tab.GoAsync("/accounts?group=cf.planning_system");
        var share = await tab.Page.Locator("tbody.part > tr > th[scope=rowgroup]").First.EvaluateAsync<double>("head => head.getBoundingClientRect().width / head.closest('table').getBoundingClientRect().width");
        Assert.InRange(share, 0.99, 1.01);
        var more = tab.Page.Locator("tbody.part .rest a").First;
        Assert.Equal("underline", await more.EvaluateAsync<string>("link => getComputedStyle(link).textDecorationLine"));
        await more.ClickAsync();
        await tab.Page.WaitForURLAsync("**/accounts?*cf.planning_system=*");
        await Expect(tab.Page.Locator("tbody.part")).ToHaveCountAsync(0);
        Assert.InRange(await tab.Page.Locator("tbody [data-item]").CountAsync(), 6, int.MaxValue);
    }
}
