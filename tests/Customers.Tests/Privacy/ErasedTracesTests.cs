using System.Net;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates;
using Coxswain.Customers.Import;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Tests.Duplicates;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Privacy;

public sealed class ErasedTracesTests
{
    [Theory, OnBoth]
    public async Task With_a_contact_goes_what_imports_and_duplicates_keep_of_the_leads_they_were(Engine engine)
    {
        var (ana, mia) = await Consent.Contacts.TwoAsync(engine);
        var ines = await ana.Tenant.PersonAsync(Role.Admin, "Ines Castro");
        var (lead, other) = (Of("Mia Berg", mia.Id), Of("Jon Ek", null));
        await ana.Tenant.SaveAsync(lead, other);
        var merged = new Lead { Name = "M. Berg", OwnerId = ana.Id, Status = LeadStatus.New, CameOn = new(2026, 1, 5), MergedIntoId = lead.Id, RemovedAt = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime };
        await ana.Tenant.SaveAsync(merged);
        await ana.Tenant.PairAsync(Kinds.Lead, lead.Id, other.Id);
        await ana.Tenant.SaveAsync(new RecordMerge { Kind = Kinds.Lead, KeptId = lead.Id, GoneId = merged.Id, ById = ana.Id, At = merged.RemovedAt!.Value, KeptVersion = 1, Moves = "[]" });
        foreach (var one in (Lead[])[lead, merged, other]) await ana.Tenant.SaveAsync(new ImportedRow { RunId = Guid.NewGuid(), Kind = Kinds.Lead, SubjectId = one.Id, Action = RowAction.Created, SubjectVersion = 1 });
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.PlainBrowser.PostFormAsync($"/contacts/{mia.Id}/erasures")).StatusCode);
        Assert.Equal((0, 0), await ana.Tenant.InDb(async db => (await db.Rows<DuplicatePair>().CountAsync(), await db.Rows<RecordMerge>().CountAsync())));
        Assert.Equal(other.Id, (await ana.Tenant.InDb(db => db.Rows<ImportedRow>().AsNoTracking().SingleAsync())).SubjectId);

        Lead Of(string name, Guid? contact) => new() { Name = name, OwnerId = ana.Id, ContactId = contact, Status = contact is null ? LeadStatus.New : LeadStatus.Converted, CameOn = new(2026, 1, 5) };
    }
}
