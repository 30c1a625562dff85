using System.Net;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Stages;
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
        var tenant = await (await Host.On(engine)).TenantAsync();
        var (ana, admin) = (await tenant.PersonAsync(Role.Seller, "Ana Okafor"), await tenant.PersonAsync(Role.Admin, "Ada Berg"));
        var stages = DefaultStages.Make();
        await tenant.SaveAsync([.. stages]);
        var deal = new Opportunity { Name = "Yard planning", OwnerId = ana.Id, StageId = stages[0].Id, End = StageEnd.Open, Currency = "SEK" };
        await tenant.SaveAsync(deal);
        await ana.InDb(async db =>
        {
            var known = await db.Opportunities.SingleAsync(o => o.Id == deal.Id);
            known.Amount = 2_400_00;
            known.MoveTo(stages[1], stages[0].Name, new DateTime(2026, 7, 24, 9, 30, 0, DateTimeKind.Utc));
            return await db.SaveChangesAsync();
        });
        var page = WebUtility.HtmlDecode(await admin.PlainBrowser.PageAsync("/audit"));
        Assert.Contains($"Stage: {stages[0].Name} → {stages[1].Name}", page);
        Assert.Contains("Amount: unknown → SEK 2,400", page.Replace('\u00a0', ' '));
        Assert.DoesNotContain("240,000", page);
        Assert.DoesNotContain("… →", page);
    }
}
