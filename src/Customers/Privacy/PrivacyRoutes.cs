using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Access;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Privacy;

/// <summary>Requests of people about their data, the review of silent contacts, and what the register says of this module.</summary>
internal static class PrivacyRoutes
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<IProcessing, CustomersProcessing>().AddSingleton<IPersonData, ContactData>().AddSingleton<IPersonData, LeadData>().AddSingleton<IPersonData, ColleagueData>();
        services.AddSingleton<IRetain, SilentRetention>().AddSingleton<IRetain, Import.FileRetention>();
        services.AddSingleton(new LookName(PersonDataLook.What, () => T("Your mail, in a file for a person who asked for their data")));
        services.AddSingleton(new WayOut(() => T("Fetching mail"), async (db, ct) => await db.Rows<Capture.Feed>().Where(f => f.Kind == Capture.FeedKind.Mailbox || f.Kind == Capture.FeedKind.SharedMailbox).CountAsync(ct) is > 0 and var boxes ? N(boxes, "one mailbox is asked", "{0} mailboxes are asked") : null, "/settings/capture"));
        services.AddSingleton(new WayOut(() => T("Fetching calendars"), async (db, ct) => await db.Rows<Capture.Feed>().Where(f => f.Kind == Capture.FeedKind.CalendarAddress || f.Kind == Capture.FeedKind.CalendarServer).CountAsync(ct) is > 0 and var calendars ? N(calendars, "one calendar is asked", "{0} calendars are asked") : null, "/settings/capture"));
        services.AddSingleton<IErase, LeadErasing>();
    }

    public static void Map(Routes pages, Routes edits)
    {
        var erases = pages.Requires(Permission.Erase);
        erases.Show<ErasurePage>("/contacts/{id:guid}/erasure", ShowErasure.Do);
        erases.Act("/contacts/{id:guid}/erasures", EraseContact.Do, (EraseContact.Erased gone) => gone.Url).Redraws<ErasurePage>(ShowErasure.Do);
        erases.Show<ErasurePage>("/leads/{id:guid}/erasure", EraseLead.Show);
        erases.Act("/leads/{id:guid}/erasures", EraseLead.Do, (EraseContact.Erased gone) => gone.Url).Redraws<ErasurePage>(EraseLead.Show);
        erases.Show<ContactDataPage>("/contacts/{id:guid}/data", ShowContactData.OfContact);
        erases.Act("/contacts/{id:guid}/data-exports", ShowContactData.AskContact, (PersonExportAsked asked) => asked.Url);
        erases.Show<ContactDataPage>("/leads/{id:guid}/data", ShowContactData.OfLead);
        erases.Act("/leads/{id:guid}/data-exports", ShowContactData.AskLead, (PersonExportAsked asked) => asked.Url);
        edits.Show<SilentPage>("/contacts/silent", ShowSilent.Do);
        edits.Act("/silent-contacts/{id:guid}/keepings", KeepSilent.Do, (WentBack done) => done.Url).Redraws<SilentPage>(ShowSilent.Again);
    }

    public static void MapApi(Routes api, Routes edits)
    {
        var erases = api.Requires(Permission.Erase);
        erases.Act("/contacts/{id:guid}/erasures", EraseContact.Do);
        erases.Act("/leads/{id:guid}/erasures", EraseLead.Do);
        erases.Act("/contacts/{id:guid}/data-exports", ShowContactData.AskContact, status: 201);
        erases.Act("/leads/{id:guid}/data-exports", ShowContactData.AskLead, status: 201);
        edits.Show("/silent-contacts", ShowSilent.Do);
        edits.Act("/silent-contacts/{id:guid}/keepings", KeepSilent.Do);
    }
}
