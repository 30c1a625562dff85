using System.Net;
using System.Net.Http.Json;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests.Activities;

public sealed class MoreTimelineTests
{
    [Theory, OnBoth]
    public async Task A_lead_has_a_timeline_to_narrow_and_to_search_and_who_does_not_see_the_lead_finds_none(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var lead = new Lead { Name = "Mia Berg", OwnerId = ana.Id, Status = LeadStatus.New, CameOn = DateOnly.FromDateTime(ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime) };
        await ana.Tenant.SaveAsync(lead);
        var url = $"/leads/{lead.Id}";
        await ana.Tenant.SaveAsync(
            new Interaction { Kind = InteractionKind.Call, OwnerId = ana.Id, AboutKind = "lead", AboutId = lead.Id, Text = "Wants two cranes", OccurredAt = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime },
            new Interaction { Kind = InteractionKind.Note, OwnerId = ana.Id, AboutKind = "lead", AboutId = lead.Id, Text = "Likes short mails", OccurredAt = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime });
        await NarrowedAsync(ana, url, "Lead added");
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.Contains("Wants two cranes", await ben.Browser.TextAsync($"{url}/timeline"));
        var admin = await ana.Tenant.PersonAsync(Role.Admin, "Ines");
        Assert.True((await admin.Program.PostAsJsonAsync("/api/roles/Seller/kinds/lead", new { see = "Own", change = "Own" })).IsSuccessStatusCode);
        foreach (var page in (string[])[$"{url}/timeline", $"/api{url}/timeline"]) Assert.Equal(HttpStatusCode.NotFound, (await ben.Program.GetAsync(page)).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_record_of_an_own_object_has_a_timeline_too(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var admin = await ana.Tenant.PersonAsync(Role.Admin, "Ines");
        await admin.PlainBrowser.PostFormAsync("/settings/objects", ("Plural", "Projects"), ("Singular", "Project"));
        var url = (await ana.PlainBrowser.PostFormAsync("/objects/projects", ("Name", "Yard north"))).Headers.Location!.ToString();
        var id = Guid.Parse(url.Split('/')[^1]);
        await ana.Tenant.SaveAsync(
            new Interaction { Kind = InteractionKind.Call, OwnerId = ana.Id, AboutKind = "object-record", AboutId = id, Text = "Wants two cranes", OccurredAt = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime },
            new Interaction { Kind = InteractionKind.Note, OwnerId = ana.Id, AboutKind = "object-record", AboutId = id, Text = "Likes short mails", OccurredAt = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime });
        await NarrowedAsync(ana, url, "Added");
        await ana.PlainBrowser.PostFormAsync(url + "/removals");
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Browser.GetAsync($"{url}/timeline")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Files_and_tasks_of_a_contact_and_of_a_lead_stand_on_their_timelines(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (contact, lead) = (new Contact { Name = "Petra Brandt", OwnerId = ana.Id }, new Lead { Name = "Mia Berg", OwnerId = ana.Id, Status = LeadStatus.New, CameOn = new(2026, 1, 5) });
        var content = new AttachedContent { Hash = new string('b', 64), Bytes = 12_000, MediaType = "application/pdf", KeptAt = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc) };
        await ana.Tenant.SaveAsync(contact, lead, content);
        await ana.Tenant.SaveAsync(
            new Attachment { ContentId = content.Id, Name = "offer.pdf", ContactId = contact.Id, OwnerId = ana.Id, AddedOn = new(2026, 1, 5) }, new Attachment { ContentId = content.Id, Name = "plan.pdf", AboutKind = "lead", AboutId = lead.Id, OwnerId = ana.Id, AddedOn = new(2026, 1, 5) },
            new Todo { Title = "Ring Petra", OwnerId = ana.Id, ContactId = contact.Id }, new Todo { Title = "Ring Mia", OwnerId = ana.Id, AboutKind = "lead", AboutId = lead.Id });
        foreach (var (url, file, task) in ((string, string, string)[])[($"/contacts/{contact.Id}", "offer.pdf", "Ring Petra"), ($"/leads/{lead.Id}", "plan.pdf", "Ring Mia")])
        {
            Assert.Contains(file, (await ana.Browser.TextAsync($"{url}/timeline?sort=Files")).Split("<main")[1]);
            Assert.Contains(task, (await ana.Browser.TextAsync($"{url}/timeline?sort=Changes")).Split("<main")[1]);
        }
    }

    private static async Task NarrowedAsync(TestViewer ana, string url, string added)
    {
        Assert.Contains($"href=\"{url}/timeline\"", await ana.Browser.TextAsync(url));
        foreach (var (narrowed, here, not) in ((string, string, string)[])[("", added, "Nothing like that"), ("?sort=Touches", "two cranes", "short mails"), ("?sort=Notes", "short mails", "two cranes"), ("?sort=Changes", added, "two cranes"), ("?q=CRANES+two", "One entry", "short mails")])
        {
            var page = (await ana.Browser.TextAsync($"{url}/timeline{narrowed}")).Split("<main")[1].Split("</main>")[0];
            Assert.Contains(here, page);
            Assert.DoesNotContain(not, page);
        }
    }
}
