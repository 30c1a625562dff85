using Coxswain.Customers.Consent;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Web.Tests.Import;

/// <summary>What files say about being written to.</summary>
public sealed class ConsentImportTests
{
    private const string Header = "Record ID,First Name,Last Name,Email,Contact owner,Unsubscribed from all email,Opted out of email: Product news,Opted out of email: Offers,Legal basis for processing contact's data,Marketing contact status\n";

    [Theory, OnBoth]
    public async Task Opt_outs_and_bases_of_HubSpot_come_in_and_who_wants_no_mail_at_all_is_suppressed(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var result = await tenant.ImportAsync(Generated.Folder(("contacts.csv", Header
            + "101,Lena,Vogt,lena@nordwind.example,Ana Okafor,,,true,Legitimate interest – existing customer,Marketing contact\n102,Jo,Amsel,jo@nordwind.example,Ana Okafor,true,,,Not applicable,Non-marketing contact\n103,Al,Sand,al@nordwind.example,Ana Okafor,false,No,No,Performance of a contract,Marketing contact\n")));
        Assert.Equal("HubSpot", Assert.Single(result.Plan.Files).System);
        Assert.Equal([], result.Remarks.Where(r => r.Refused).Select(r => r.Reason));
        Assert.Equal((LegalGround.LegitimateInterest, null), await AskAsync(tenant, "lena@nordwind.example", Purpose.OneToOne));
        Assert.Contains("refused", (await AskAsync(tenant, "lena@nordwind.example", Purpose.Newsletter, "Offers")).Why);
        Assert.Contains("Nothing is recorded", (await AskAsync(tenant, "lena@nordwind.example", Purpose.Newsletter, "Product news")).Why);
        Assert.Contains("they asked", (await AskAsync(tenant, "JO@nordwind.example", Purpose.OneToOne)).Why);
        Assert.Equal((LegalGround.Contract, null), await AskAsync(tenant, "al@nordwind.example", Purpose.OneToOne));
        // The same file again says nothing new.
        var before = await tenant.InDb(db => db.Rows<ConsentEntry>().CountAsync());
        await tenant.ImportAsync(Generated.Folder(("contacts.csv", Header + "101,Lena,Vogt,lena@nordwind.example,Ana Okafor,,,true,Legitimate interest – existing customer,Marketing contact\n")));
        Assert.Equal(before, await tenant.InDb(db => db.Rows<ConsentEntry>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_file_never_undoes_a_refusal_unless_it_says_on_which_later_day_and_by_what_words_they_came_back(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        await tenant.ImportAsync(Generated.Folder(("contacts.csv", "contact name,email,newsletter,do not call\nLena Vogt,lena@nordwind.example,no,yes\n")));
        var back = await tenant.ImportAsync(Generated.Folder(("contacts.csv", "contact name,email,newsletter,consent text\nLena Vogt,lena@nordwind.example,yes,I want it\n")));
        Assert.Contains(back.Remarks, r => r.Reason.Contains("a file does not undo that", StringComparison.Ordinal));
        Assert.Contains("refused", (await AskAsync(tenant, "lena@nordwind.example", Purpose.Newsletter)).Why);
        var on = await tenant.InDb(db => db.Rows<ConsentEntry>().MaxAsync(e => e.On));
        await tenant.ImportAsync(Generated.Folder(("contacts.csv", $"contact name,email,newsletter,consent text,consent date\nLena Vogt,lena@nordwind.example,yes,I want it,{on.AddDays(-1):yyyy-MM-dd}\n")));
        Assert.Contains("refused", (await AskAsync(tenant, "lena@nordwind.example", Purpose.Newsletter)).Why);
        await tenant.ImportAsync(Generated.Folder(("contacts.csv", $"contact name,email,newsletter,consent text,consent date\nLena Vogt,lena@nordwind.example,yes,I want it,{on.AddDays(1):yyyy-MM-dd}\n")));
        Assert.Equal((LegalGround.Consent, null), await AskAsync(tenant, "lena@nordwind.example", Purpose.Newsletter));
        Assert.Equal(1, await tenant.InDb(db => db.Rows<ConsentEntry>().CountAsync(e => e.Channel == Channel.Phone && !e.IsGiven)));
    }

    [Theory, OnBoth]
    public async Task Consent_without_what_shows_it_is_told_and_left_out_and_a_suppressed_address_stays_so_through_any_import(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        await tenant.ImportAsync(Generated.Folder(("contacts.csv", "contact name,email,unsubscribed\nLena Vogt,lena@nordwind.example,yes\n")));
        var again = await tenant.ImportAsync(Generated.Folder(("contacts.csv", "contact name,email,unsubscribed,newsletter\nLena Vogt,lena@nordwind.example,no,yes\nJo Amsel,jo@nordwind.example,no,yes\n")));
        Assert.Contains(again.Remarks, r => r.Reason.Contains("Consent without what shows it is not kept", StringComparison.Ordinal));
        Assert.Contains("they asked", (await AskAsync(tenant, "lena@nordwind.example", Purpose.Newsletter)).Why);
        Assert.Contains("Nothing is recorded", (await AskAsync(tenant, "jo@nordwind.example", Purpose.Newsletter)).Why);
    }

    private static async Task<(LegalGround? Ground, string? Why)> AskAsync(TestTenant tenant, string address, Purpose purpose, string? topic = null)
    {
        ConsentAnswer? said = null;
        await tenant.InDb(async (db, services) => said = await services.GetServices<IConsentBook>().Single().AskAsync(db, address, Channel.Mail, purpose, topic, default));
        return (said!.Ground, said.Why);
    }
}
