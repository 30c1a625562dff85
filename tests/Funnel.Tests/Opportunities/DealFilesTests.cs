using System.Net;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class DealFilesTests
{
    private static readonly byte[] Offer = [.. "%PDF-1.7\nOffer for a second crane"u8];

    [Theory, OnBoth]
    public async Task An_offer_is_added_on_the_page_of_a_deal_and_found_there(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        Assert.Contains($"/opportunities/{deal.Id}/files", await sales.Ana.Browser.PageAsync($"/opportunities/{deal.Id}"), StringComparison.Ordinal);
        Assert.Contains("Yard planning", await sales.Ana.Browser.PageAsync($"/opportunities/{deal.Id}/files"), StringComparison.Ordinal);
        var added = await sales.Ana.PlainBrowser.PostAsync("/attachments", new MultipartFormDataContent { { new StringContent($"{deal.Id}"), "DealId" }, { new ByteArrayContent(Offer), "Files", "offer.pdf" } });
        Assert.Equal((HttpStatusCode.SeeOther, $"/opportunities/{deal.Id}#files"), (added.StatusCode, added.Headers.Location!.OriginalString));
        Assert.Contains("offer.pdf", await sales.Ana.Browser.PageAsync($"/opportunities/{deal.Id}"), StringComparison.Ordinal);
        var stranger = await (await sales.Ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Seller, "Zoe");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync($"/opportunities/{deal.Id}/files")).StatusCode);
    }
}
