using System.Net.Http.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>What was kept of a look through a plan, once a contact it names is erased.</summary>
public sealed class LookErasureTests
{
    [Theory, OnBoth]
    public async Task What_came_of_a_look_names_an_erased_contact_no_more(Engine engine)
    {
        var planned = await LookTests.BegunAsync(engine);
        await LookTests.LookAsync(planned, 7, 3, "Petra Brandt decides alone", null);
        var admin = await planned.Sales.Ana.Tenant.PersonAsync(Role.Admin, "Ada Berg");
        (await admin.Program.PostAsJsonAsync($"/api/contacts/{planned.Petra.Id}/erasures", new { reason = "Asked" })).EnsureSuccessStatusCode();
        var look = (await LookTests.ReadAsync(planned)).GetProperty("looks")[0];
        Assert.Equal("Something that named an erased contact", look.GetProperty("came").GetString());
        Assert.Equal(-4, look.GetProperty("difference").GetInt32());
        Assert.DoesNotContain("Petra Brandt", await planned.Ana.TextAsync(planned.Url + "/timeline"));
    }
}
