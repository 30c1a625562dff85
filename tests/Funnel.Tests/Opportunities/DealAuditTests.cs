using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class DealAuditTests
{
    [Theory, OnBoth]
    public async Task What_changed_of_a_deal_is_told_by_the_names_of_its_stages_and_in_its_currency(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var admin = await sales.Ana.Tenant.PersonAsync(Role.Admin, "Ada Berg");
        var deal = await sales.DealAsync(stage: "Discover", amount: null);
        await sales.Ana.InDb(async db =>
        {
            var known = await db.Opportunities.SingleAsync(o => o.Id == deal.Id);
            (known.Amount, known.Currency) = (2_400_00, "SEK");
            known.MoveTo(sales.Stage("Propose"), "Discover", new DateTime(2026, 7, 24, 9, 30, 0, DateTimeKind.Utc));
            return await db.SaveChangesAsync();
        });
        var page = await admin.PlainBrowser.TextAsync("/audit");
        Assert.Single(page.Split("Discover → Propose")[1..]);
        Assert.Contains("Stage: Discover → Propose", page);
        Assert.Contains("Amount: unknown → SEK 2,400", page.Replace('\u00a0', ' '));
        Assert.DoesNotContain("240,000", page);
        Assert.DoesNotContain("… →", page);
    }
}
