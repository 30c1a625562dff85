using System.Net;
using System.Text;
using Coxswain.Customers;
using Coxswain.Funnel;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests.Import;

/// <summary>An organisation counts in the currency of its first files, unless somebody says otherwise.</summary>
public sealed class FirstCurrencyTests
{
    private const string Dollars = "1,Cranes,Ana,Won,2026-01-01,2026-03-15,$250\n2,Ropes,Ana,Won,2026-01-01,2026-03-16,$70\n";

    [Theory, OnBoth]
    public async Task The_first_files_are_asked_about_with_rows_to_see_and_either_answer_stands(Engine engine)
    {
        var files = new[] { Generated.File("deals.csv", Generated.Header + Dollars), Generated.File("deals.csv", Generated.Header.Replace("amount", "amount (USD)", StringComparison.Ordinal) + Dollars.Replace("$", "", StringComparison.Ordinal)) };
        foreach (var (file, answer) in new[] { (files[0], "USD"), (files[1], "EUR") })
        {
            var tenant = await Generated.TenantAsync(engine);
            var question = Assert.Single((await tenant.WithRunner(r => r.LookAsync(file, default))).Questions);
            Assert.Equal(("currency", "USD"), (question.Id, question.Answer));
            Assert.Contains("Cranes", question.Rows!.Rows[0]);
            var result = await tenant.ImportAsync(file, ImportOptions.Yes with { Answers = new Dictionary<string, string> { [question.Id] = answer } });
            Assert.True(result.Agrees);
            Assert.Equal(answer, await tenant.InDb(db => db.Rows<Tenant>().Where(t => t.Id == db.Viewer.TenantId).Select(t => t.Currency).SingleAsync()));
            Assert.Equal([(25_000, "USD"), (7_000, "USD")], (await tenant.InDb(db => db.Deals().OrderBy(d => d.Name).Select(d => new { d.Amount, d.Currency }).ToListAsync())).Select(d => (d.Amount!.Value, d.Currency)));
            Assert.Empty((await tenant.WithRunner(r => r.LookAsync(Generated.File("more.csv", Generated.Header + Dollars), default))).Questions);
        }
    }

    [Theory, OnBoth]
    public async Task Who_may_not_change_the_settings_is_not_asked(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        foreach (var (role, isAsked) in new[] { (Role.Admin, true), (Role.Leader, false) })
        {
            var viewer = await tenant.PersonAsync(role, $"{role}");
            var answer = await viewer.PlainBrowser.PostAsync("/import", new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Generated.Header + Dollars)), "Files", "deals.csv" } });
            Assert.Equal(isAsked, (await viewer.PlainBrowser.PageAsync(answer.Headers.Location!.ToString())).Contains("In which currency do you count?", StringComparison.Ordinal));
        }
    }
}
